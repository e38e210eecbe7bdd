package dev.segmentation.browser;

import java.time.Duration;

import com.codeborne.selenide.CollectionCondition;
import com.codeborne.selenide.Selenide;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.browser.page.UserFormDialog;
import dev.segmentation.browser.page.UserPage;
import dev.segmentation.browser.page.UsersPage;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.Looks;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.focused;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;

/**
 * The pages of users in a browser.
 */
@BrowserTest
@HistoryAgrees
class UserTests {

	private static final String LONG = "مرحبا🦊".repeat(8) + "W".repeat(16);

	@Autowired
	TestDatabase database;

	@Test
	void findsAUserAndAMembershipInTheTimeline() {
		Sql.addUser(jdbc(), "maria");
		Sql.addUser(jdbc(), "maria.callas");
		jdbc().sql("INSERT INTO users (login, email, external_id) VALUES (:long, 'long@example.com', :long)")
			.param("long", LONG)
			.update();
		long user = Sql.addUser(jdbc(), "mario");
		Sql.addPastStay(jdbc(), "DISCOUNT", "2026-03-03T12:00:00Z", user);
		Sql.addPastStay(jdbc(), "DISCOUNT FOR STAFF", "2026-04-03T12:00:00Z", user);
		Sql.addMemberships(jdbc(), user, Sql.addSegment(jdbc(), LONG, "0"));
		LoginPage.openAs(TestAccount.VIEWER, "/users");
		UsersPage users = UsersPage.open();
		Looks.check("users");
		users.search("mari").rows().shouldHave(CollectionCondition.size(3));
		users.search("mario@example.com").rows().shouldHave(CollectionCondition.size(1));
		users.rows().first().shouldHave(text("Exact match: e-mail"));
		Selenide.webdriver().shouldHave(urlContaining("/users?q=mario"));
		Looks.check("users-found");
		UserPage page = users.choose("mario");
		page.rows().shouldHave(CollectionCondition.size(1)).first().shouldHave(text("API"));
		Looks.check("user");
		page.timeline().rows().shouldHave(CollectionCondition.size(3));
		page.ask("disc", "2026-03-03").rows().shouldHave(CollectionCondition.size(1));
		page.rows().first().shouldHave(text("DISCOUNT"), text("Mar 3, 2026"));
		Selenide.webdriver().shouldHave(urlContaining("segment=disc&day=2026-03-03"));
		Looks.check("user-timeline");
		page.ask("disc", "2026-05-03");
		$("#table .empty-title").shouldHave(text("No memberships in a segment named “disc” on May 3, 2026"));
		Selenide.back();
		$("#day").shouldBe(visible);
	}

	@Test
	void addsToSegmentsRemovesAndShowsAnExpiry() {
		long user = Sql.addUser(jdbc());
		Sql.addSegment(jdbc(), "Spot one", "0");
		Sql.addSegment(jdbc(), "Spot two", "0");
		LoginPage.openAs(TestAccount.EDITOR, "/users/" + user);
		UserPage page = UserPage.open(user);
		$("#table .empty-title").shouldHave(exactText("Not in any segment"));
		page.enter().choose("one", "Spot one").choose("two", "Spot two");
		page.submit("soon");
		$("#dialog #ttl-error").shouldBe(visible);
		Looks.check("user-enter");
		page.submit("7d");
		page.toast().shouldHave(text("was added to 2 segments."));
		page.rows().shouldHave(CollectionCondition.size(2)).first().shouldHave(text("6d 23h"), text("editor"));
		page.remove("Spot one");
		page.toast().shouldHave(text("was removed from Spot one."));
		page.rows().shouldHave(CollectionCondition.size(1));
		page.remove("Spot two");
		$("#table .empty-title").shouldBe(visible);
		page.enter().choose("one", "Spot one").submit("5s");
		page.row("Spot one").shouldBe(visible);
		page.row("Spot one").shouldNot(exist, Duration.ofSeconds(20));
		$("#segment-count").shouldHave(exactText("0"));
	}

	@Test
	void addsEditsAndDeletesAUser() {
		Sql.addUser(jdbc(), "taken");
		LoginPage.openAs(TestAccount.EDITOR, "/users");
		UserFormDialog form = UsersPage.open().add();
		form.fill("Taken", "nobody").submit();
		form.error("email").shouldBe(visible);
		form.fill("Taken", "new@example.com").submit();
		form.error("login").shouldHave(text("Another user has this login."));
		Looks.check("user-form");
		UserPage page = form.fill("newcomer", "new@example.com").save();
		page.title().shouldHave(text("newcomer"));
		page = page.edit().fill("renamed", "new@example.com").save();
		page.toast().shouldHave(text("renamed was saved."));
		page.delete("newcomer");
		$("#dialog #login-error").shouldBe(visible);
		Looks.check("user-delete");
		$("#dialog #confirm-login").setValue("renamed");
		$("#dialog .btn-danger").click();
		new UsersPage().toast().shouldHave(text("renamed was deleted."));
		$$("#table .name").findBy(text("renamed")).shouldNot(exist);
	}

	@Test
	void searchesFromEveryPageInRussian() {
		Sql.addSegment(jdbc(), "Весна", "0");
		Sql.addUser(jdbc(), "весна-1");
		long user = Sql.addUser(jdbc(), "весна-2");
		Sql.addMemberships(jdbc(), user, Sql.addSegment(jdbc()));
		LoginPage.openAs(TestAccount.EDITOR, "/users/" + user);
		$$("details.menu > summary").findBy(text("EN")).click();
		$("button[value=ru]").click();
		$(".tabs").shouldHave(text("Сегменты"));
		Looks.check("user-russian");
		$("body").sendKeys("/");
		$("#palette-q").shouldBe(focused).setValue("ВЕСНА");
		$("#palette-list").shouldHave(text("Весна"), text("весна-1"), text("весна-2"));
		Looks.check("palette-russian");
		$("#palette-q").sendKeys(Keys.ARROW_UP, Keys.ENTER);
		Selenide.webdriver().shouldHave(urlContaining("/search?q="));
		$("h1").shouldHave(text("Поиск: ВЕСНА"));
		Looks.check("search");
		$$(".results .result").findBy(text("весна-1")).click();
		$("h1").shouldHave(text("весна-1"));
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
