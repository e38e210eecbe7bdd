package dev.segmentation.browser;

import java.util.Map;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.SelenideElement;
import com.codeborne.selenide.WebDriverRunner;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.browser.page.NewSegmentPage;
import dev.segmentation.browser.page.SegmentSettingsPage;
import dev.segmentation.browser.page.SegmentsPage;
import dev.segmentation.support.Browser;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Looks;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.chromium.ChromiumDriver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.codeborne.selenide.CollectionCondition.exactTexts;
import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.CollectionCondition.texts;
import static com.codeborne.selenide.Condition.attribute;
import static com.codeborne.selenide.Condition.disappear;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.focused;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Segments in a browser.
 */
@BrowserTest
class SegmentTests {

	private static final String LONG_NAME = "W".repeat(64);

	@Autowired
	TestDatabase database;

	@BeforeEach
	void deleteSegmentsAndUsers() {
		jdbc().sql("DELETE FROM segments USING begin_act('segment_deleted', 1, NULL)").update();
		jdbc().sql("DELETE FROM users USING begin_act('page', 1, NULL)").update();
	}

	@Test
	void searchesTheOwnersInALongList() {
		jdbc().sql("""
				INSERT INTO accounts (login, full_name, role)
				SELECT 'owner-' || n, CASE n WHEN 7 THEN 'Anna Petrova' END, 'EDITOR' FROM generate_series(1, 12) AS n
				""").update();
		long segment = Sql.addSegment(jdbc(), "BETA", "0");
		LoginPage.openAs(TestAccount.ADMIN, "/segments/" + segment + "/settings");
		SelenideElement search = $("[data-choices-search] input").shouldBe(visible);
		$$("#owners .choices label").findBy(text("owner-3")).click();
		search.setValue("petrova");
		$$("#owners .choices label").filter(visible).shouldHave(texts("owner-3", "owner-7 Anna Petrova"));
		Looks.check("segment-owners");
		search.setValue("nobody-here").pressEnter();
		$("[data-choices-none]").shouldBe(visible);
		search.setValue("PETROVA");
		$$("#owners .choices label").findBy(text("owner-7")).click();
		$$("#owners button").findBy(text("Save owners")).click();
		$("#toasts").shouldBe(visible);
		assertThat(jdbc().sql("""
				SELECT a.login FROM segment_owners AS o JOIN accounts AS a ON a.id = o.account_id ORDER BY a.login
				""").query(String.class).list()).containsExactly("owner-3", "owner-7");
	}

	@Test
	void createsByPercentageResolvesAConflictAndDeletes() {
		Sql.addUsers(jdbc(), 201);
		LoginPage.openAs(TestAccount.EDITOR, "/segments");
		SegmentsPage list = new SegmentsPage();
		$(".empty").shouldHave(text("A segment is a named set of users"));
		Looks.check("segments-empty");

		NewSegmentPage form = list.newSegment().name("BETA").description("Tests the new checkout").percent("abc");
		form.share().should(disappear);
		form.create();
		form.error("percent").shouldHave(text("Enter a number from 0 to 100"));
		$("#name").shouldHave(value("BETA"));
		form.percent("50").share().shouldHave(exactText("101 of 201 users will be added"));
		Looks.check("segments-new");
		form.create();
		$("h1").shouldHave(exactText("BETA"));
		$("#toasts").shouldHave(text("BETA was created with 101 members."));
		$("#size-now").shouldHave(exactText("101"));
		long id = jdbc().sql("SELECT id FROM segments WHERE name = 'BETA'").query(Long.class).single();

		SegmentSettingsPage settings = SegmentSettingsPage.open(id);
		jdbc().sql("UPDATE segments SET name = 'BETA 2', version = version + 1").update();
		settings.name("GAMMA")
			.save()
			.conflict()
			.shouldHave(text("This segment changed while you were editing"), text("BETA 2"));
		settings.nameField().shouldHave(value("GAMMA"));
		Looks.check("segments-conflict");
		settings.save();
		$("#toasts").shouldHave(text("GAMMA was saved."));
		$("h1").shouldHave(exactText("GAMMA"));

		settings.delete().shouldHave(exactText("101 users will be removed."));
		$("#confirm-name").shouldBe(focused);
		Looks.check("segments-delete");
		settings.confirm("gamma").refusal().shouldHave(text("The name doesn’t match"));
		assertThat(WebDriverRunner.url()).endsWith("/settings");
		settings.confirm("GAMMA");
		$("#toasts").shouldHave(text("GAMMA was deleted. 101 members were removed."));
		$(".empty").shouldHave(text("No segments yet"));
		assertThat(this.database.historyMismatches()).isEmpty();
		assertThat(this.database.sizeMismatches()).isEmpty();
	}

	@Test
	void searchesSortsAndPagesAndUpdatesTheUrl() {
		long user = Sql.addUser(jdbc());
		long other = Sql.addUser(jdbc());
		for (int n = 1; n <= 52; n++) {
			Sql.addSegment(jdbc(), "MANY %02d".formatted(n), "0");
		}
		long big = Sql.addSegment(jdbc(), LONG_NAME, "100");
		Sql.addMemberships(jdbc(), user, Sql.addSegment(jdbc(), "🎁 مجموعة تجريبية", "0"));
		jdbc().sql("UPDATE segments SET description = 'x' || repeat('y', 400) WHERE id = ?").param(big).update();
		assertThat(other).isPositive();

		LoginPage.openAs(TestAccount.VIEWER, "/segments");
		SegmentsPage list = new SegmentsPage();
		list.count().shouldHave(exactText("54"));
		$("#main").shouldNotHave(text("New segment"));
		list.names().shouldHave(size(50));
		list.search("many 5 0").names().shouldHave(exactTexts("MANY 05", "MANY 50"));
		Selenide.webdriver().shouldHave(urlContaining("/segments?search=many%205%200"));
		$("#search").shouldBe(focused);
		list.sortBy("Name").names().shouldHave(exactTexts("MANY 50", "MANY 05"));
		list.column("Name").shouldHave(attribute("aria-sort", "descending")).$("a").shouldBe(focused);
		Selenide.back();
		list.names().shouldHave(exactTexts("MANY 05", "MANY 50"));
		list.search("nothing like it");
		$(".empty").shouldHave(text("No segments match “nothing like it”"));
		Looks.check("segments-none");
		$(".empty a").click();

		list.sortBy("Members").names().first().shouldHave(exactText(LONG_NAME));
		assertThat(list.sizes()).startsWith("2", "1", "0");
		Looks.check("segments");
		$("a[rel=next]").click();
		list.names().shouldHave(size(4));
		Selenide.webdriver().shouldHave(urlContaining("sort=size&order=desc&at="));
		$("a[rel=prev]").click();
		list.names().shouldHave(size(50));
		list.openSegment(LONG_NAME);
		Browser.open("/segments/" + big + "/size?days=90");
		$$("figure.chart[data-drawn]").shouldHave(size(2));
		$("#days-sum").shouldHave(text("2 added, 0 removed, 0 expired"));
		$("a[aria-current=true]").shouldHave(exactText("90 days"));
		Looks.check("segments-size");
	}

	@Test
	void editsTheNameInPlace() {
		long id = Sql.addSegment(jdbc(), "BETA", "0");
		Sql.addSegment(jdbc(), "TAKEN", "0");
		LoginPage.openAs(TestAccount.EDITOR, "/segments/" + id + "/history");
		$("#edit-segment").click();
		$("#segment-name").shouldBe(focused).setValue("taken");
		Looks.check("segments-edit");
		$("#segment-head .btn-primary").click();
		$("#name-error").shouldBe(visible);
		$("#segment-name").setValue("GAMMA");
		$("#segment-description").setValue("Tests the cart");
		$("#segment-head .btn-primary").click();
		$("h1").shouldHave(exactText("GAMMA"));
		$(".segment-description").shouldHave(text("Tests the cart"));
		Selenide.webdriver().shouldHave(urlContaining("/segments/" + id + "/history"));
		$("#edit-segment").shouldBe(focused);
	}

	@Test
	void createsASegmentInRussian() {
		Sql.addUsers(jdbc(), 10);
		LoginPage.openAs(TestAccount.EDITOR, "/segments/new");
		$(".topbar summary[title=Language]").click();
		$("button[value=ru]").click();
		NewSegmentPage form = new NewSegmentPage().name("БЕТА").percent("20,5");
		form.share().shouldHave(exactText("Будет добавлено 3 пользователя из 10"));
		Looks.check("segments-new-russian");
		form.create();
		$("#toasts").shouldHave(text("Сегмент БЕТА создан, в нём 3 участника."));
	}

	@Test
	void createsAndDeletesWithoutJavaScript() {
		Sql.addUsers(jdbc(), 10);
		LoginPage.openAs(TestAccount.EDITOR, "/segments");
		ChromiumDriver browser = (ChromiumDriver) WebDriverRunner.getWebDriver();
		browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
		try {
			NewSegmentPage form = SegmentsPage.open().newSegment();
			$("#name").sendKeys("PLAIN");
			$("#percent").sendKeys("\b25");
			form.preview().share().shouldHave(exactText("3 of 10 users will be added"));
			form.create();
			$("h1").shouldHave(exactText("PLAIN"));
			long id = jdbc().sql("SELECT id FROM segments").query(Long.class).single();
			SegmentSettingsPage.open(id).delete().shouldHave(exactText("3 users will be removed."));
			$("h1").shouldHave(exactText("Delete PLAIN?"));
			$("#confirm-name").sendKeys("PLAIN");
			$(".btn-danger").click();
			$("#toasts").shouldHave(text("PLAIN was deleted. 3 members were removed."));
		}
		finally {
			browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
		}
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
