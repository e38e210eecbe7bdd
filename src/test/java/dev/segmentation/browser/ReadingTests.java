package dev.segmentation.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import dev.segmentation.browser.page.HistoryPage;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.support.Browser;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Looks;
import dev.segmentation.support.RecordedAct;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chromium.ChromiumDriver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.CollectionCondition.texts;
import static com.codeborne.selenide.Condition.attribute;
import static com.codeborne.selenide.Condition.checked;
import static com.codeborne.selenide.Condition.empty;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.hidden;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a hurried reader sees: exact times, folded expiries, how much fits on a screen.
 */
@BrowserTest
class ReadingTests {

	private static final String CLICK_LAST_BAR = """
			const canvas = document.querySelector('.chart canvas');
			const chart = Chart.getChart(canvas);
			const expiry = chart.data.datasets.findIndex((one) => one.label === 'Expiry');
			const bar = chart.getDatasetMeta(expiry).data.at(-1).getCenterPoint();
			const { left, top } = canvas.getBoundingClientRect();
			const at = { bubbles: true, clientX: left + bar.x, clientY: top + bar.y };
			canvas.dispatchEvent(new MouseEvent('click', at));
			""";

	@Autowired
	TestDatabase database;

	private final HistoryPage history = new HistoryPage();

	@AfterEach
	void restoreWindow() {
		browser().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
		browser().executeCdpCommand("Network.clearBrowserCookies", Map.of());
	}

	@ParameterizedTest
	@CsvSource({ "en, 2026-02-03T09:00:00Z, today, 40 memberships expired, Period, Clear filters",
			"ru, 2026-02-04T09:00:00Z, сегодня, Истёк срок у 40 участников, Период, Сбросить фильтры" })
	void showsExactTimesAndOneLineForTheExpiriesOfAnHour(String language, Instant hour, String today, String expired,
			String period, String clear) {
		long segment = Sql.addSegment(this.database.jdbc(), "ENDING " + language, "0");
		addExpiries(segment, hour, 40);
		RecordedAct.at(this.database.jdbc(), hour.plusSeconds(20).toString(), "page", 2L, null)
			.added(segment, "ENDING", 99);
		addExpiries(segment, Instant.now(), 1);
		LoginPage.openAs(TestAccount.EDITOR, "/segments/" + segment + "/history");
		speak(language);
		Looks.check("history-folded-" + language);
		this.history.sentences().shouldHave(size(3));
		$(".moment-exact").shouldHave(text(today));
		$(".act-when time").click();
		$(".tip").shouldBe(visible).shouldHave(text("UTC"));
		$("body").sendKeys(Keys.ESCAPE);
		$(".tip").shouldBe(hidden);

		this.history.sentences().findBy(text(expired)).click();
		this.history.sentences().shouldHave(size(40));
		this.history.chips().findBy(text(period)).shouldBe(visible);
		$$(".chips-clear").findBy(text(clear)).click();
		this.history.sentences().findBy(text(expired)).shouldHave(attribute("href"));
	}

	@Test
	void opensTheChangesOfADayInAChart() {
		addExpiries(601, Instant.now().minusSeconds(1), 2);
		this.database.jdbc().sql("SELECT recount()").query().singleRow();
		LoginPage.openAs(TestAccount.VIEWER, "/");
		$(".chart[data-drawn]").shouldBe(visible);
		$("#changes a").shouldHave(attribute("tabindex", "-1"));
		Selenide.executeJavaScript(CLICK_LAST_BAR);
		Selenide.webdriver().shouldHave(urlContaining("during="));
		this.history.chips().shouldHave(size(2));
		this.history.cause("expiry").shouldBe(checked);
	}

	@Test
	void saysWhatIsWrongBesideTheFieldOfAFilter() {
		addExpiries(602, Instant.parse("2026-01-03T09:00:00Z"), 1);
		LoginPage.openAs(TestAccount.VIEWER, "/history?from=2026-03-05");
		assertThat(requests()).isZero();
		$("#to").sendKeys("02042026", Keys.TAB);
		$("#to-problem").shouldHave(text("This day is before the first day"));
		$("#table").shouldHave(text("Correct the filters")).shouldNotHave(text("This day is before"));
		assertThat(requests()).isEqualTo(1);
		Selenide.executeJavaScript("""
				const field = document.getElementById('to');
				field.value = '2026-03-06';
				field.dispatchEvent(new Event('change', { bubbles: true }));
				""");
		$("#to-problem").shouldBe(empty);
		$("#month").selectOptionByValue("2026-02");
		$("#from-problem").shouldHave(text("2026-03-05 isn’t in 2026-02"));
		Looks.check("history-field-problem");
	}

	/** The number of times that the filter was sent. */
	private static @Nullable Long requests() {
		return Selenide.executeJavaScript(
				"""
						return performance.getEntriesByType('resource').filter((one) => one.name.includes('/history?')).length""");
	}

	@Test
	void saysAtOnceThatAPercentageIsInvalid() {
		LoginPage.openAs(TestAccount.EDITOR, "/segments/new");
		$("#percent").click();
		$("#percent").sendKeys("101");
		$("#percent").shouldHave(value("101"));
		$("#percent-error").shouldHave(text("Invalid percentage"));
		Looks.check("segment-invalid-percentage");
		$("#percent").setValue("10");
		$("#percent-help").shouldBe(visible);
		$("#percent-error").shouldNot(exist);
	}

	@Test
	void fitsManyRowsOnALaptop() {
		JdbcClient jdbc = this.database.jdbc();
		Sql.addUsers(jdbc, 60);
		long segment = Sql.addSegment(jdbc, "LAPTOP", "100");
		for (int i = 0; i < 20; i++) {
			Sql.addSegment(jdbc, "FILLER-" + i, "0");
			RecordedAct.at(jdbc, "2026-02-01T08:%02d:00Z".formatted(i), "page", 2L, null)
				.added(segment, "LAPTOP", i + 1);
		}
		resize(1366, 657);
		LoginPage.openAs(TestAccount.EDITOR, "/segments/" + segment);
		assertThat(rowsOnScreen()).isGreaterThanOrEqualTo(10);
		assertThat(isOnScreen("#add .btn-primary")).isTrue();
		Browser.open("/segments");
		assertThat(rowsOnScreen()).isGreaterThanOrEqualTo(12);
		assertThat(isOnScreen(".btn-primary")).isTrue();
		Browser.open("/history");
		assertThat(rowsOnScreen()).isGreaterThanOrEqualTo(12);
		assertThat(isOnScreen("#share")).isTrue();

		$("summary[aria-label='Theme and density']").click();
		$("button[value=COMFORTABLE]").click();
		$("html").shouldNotHave(attribute("data-compact"));
		assertThat(rowsOnScreen()).isLessThan(12);
		resize(1366, 1200);
		$("summary[aria-label='Theme and density']").click();
		$("button[value=COMPACT]").click();
		$("html").shouldHave(attribute("data-compact"));
		Looks.check("history-compact");
	}

	private static @Nullable Long rowsOnScreen() {
		$("#table tbody tr").shouldBe(visible);
		return Selenide.executeJavaScript("""
				return [...document.querySelectorAll('#table tbody tr[data-row]')]
					.filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length""");
	}

	private static @Nullable Boolean isOnScreen(String button) {
		return Selenide.executeJavaScript(
				"return document.querySelector(arguments[0]).getBoundingClientRect().bottom <= innerHeight", button);
	}

	@Test
	void countsMembersAgainWhenAMembershipExpires() {
		long segment = Sql.addSegment(this.database.jdbc(), "SHORT", "0");
		Sql.addMemberships(this.database.jdbc(), Sql.addUser(this.database.jdbc(), "stays"), segment);
		this.database.jdbc()
			.sql("SELECT add_memberships(:user, ARRAY[:segment]::bigint[], interval '6 seconds', NULL, 'api', 1)")
			.param("user", Sql.addUser(this.database.jdbc(), "leaves"))
			.param("segment", segment)
			.query()
			.listOfRows();
		LoginPage.openAs(TestAccount.EDITOR, "/segments/" + segment);
		$$("#table tr[data-member]").shouldHave(size(2));
		$("#size-now").shouldHave(exactText("2"));
		$$("#table tr[data-member]").shouldHave(size(1), Duration.ofSeconds(20)).shouldHave(texts("stays"));
		$("#size-now").shouldHave(exactText("1"));
		$(".pager-shown").shouldHave(exactText("1 of 1"));
	}

	@Test
	void fitsAPhone() {
		Sql.addUser(this.database.jdbc(), "maria.konstantinopolskaya");
		long segment = Sql.addSegment(this.database.jdbc(), "PHONE", "0");
		LoginPage.openAs(TestAccount.EDITOR, "/segments/" + segment);
		speak("ru");
		resize(390, 844);
		assertThat((Boolean) Selenide.executeJavaScript(
				"""
						return [...document.querySelectorAll('.tabs a')].every((tab) => tab.getBoundingClientRect().right <= innerWidth)"""))
			.isTrue();
		$(".topbar-search button").click();
		$("#palette-q").setValue("maria");
		$("#palette-users-0 .result-name").shouldHave(exactText("maria.konstantinopolskaya"));
		assertThat($("#palette").getSize().getWidth()).isGreaterThan(340);
		Browser.open("/history");
		$(".fold-label").shouldHave(text("Фильтры")).click();
		this.history.cause("page").click();
		$("#fold-count").shouldHave(exactText("Фильтры: 1"));
	}

	/** Adds single expiries, a second apart. */
	private void addExpiries(long segment, Instant from, int count) {
		for (int i = 0; i < count; i++) {
			RecordedAct.at(this.database.jdbc(), from.plusSeconds(i).toString(), "expiry", null, null)
				.deleted(segment, "ENDING", i + 1);
		}
	}

	private static void speak(String language) {
		$("details.menu > summary").click();
		$("button[value=" + language + "]").click();
		$("html").shouldHave(attribute("lang", language));
	}

	private static void resize(int width, int height) {
		browser().executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
	}

	private static ChromiumDriver browser() {
		return (ChromiumDriver) WebDriverRunner.getWebDriver();
	}

}
