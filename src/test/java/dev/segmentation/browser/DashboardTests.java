package dev.segmentation.browser;

import java.util.List;

import com.codeborne.selenide.Selenide;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Looks;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.codeborne.selenide.Condition.attribute;
import static com.codeborne.selenide.Condition.hidden;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dashboard, without data and with data.
 */
@BrowserTest
class DashboardTests {

	private static final String DRAWN = "Chart.getChart(document.querySelector('.chart canvas'))";

	@Autowired
	TestDatabase database;

	@Test
	void showsTheFirstStepsThenTheNumbersAndTheChart() {
		LoginPage.openAs(TestAccount.EDITOR, "/");
		$("h1").shouldHave(text("Welcome"));
		$$(".first-step").findBy(text("Create a segment")).$("a").shouldHave(attribute("href"));
		Looks.check("first-steps");

		Sql.addUsers(jdbc(), 40);
		Sql.addSegment(jdbc(), "HALF", "50");
		long segment = Sql.addSegment(jdbc(), "A name of sixty-four characters, which is as long as they may be", "0");
		jdbc().sql("""
				SELECT add_memberships(id, ARRAY[:segment]::bigint[], interval '50 minutes', NULL, 'api', 1)
				FROM users ORDER BY id LIMIT 3
				""").param("segment", segment).query().listOfRows();
		Selenide.refresh();
		$("#total-memberships").shouldHave(text("23"));
		$(".ending").shouldHave(text("3 memberships"));
		$(".chart[data-drawn]").shouldBe(visible);
		assertThat(bars()).isEqualTo(cells()).contains("Percentage:20", "API:3");
		String colour = colour();
		Looks.check("dashboard");

		$("[data-chart-toggle]").click();
		$("[data-chart-toggle]").shouldHave(attribute("aria-pressed", "true"));
		$(".chart canvas").shouldBe(hidden);
		$("#changes tbody tr:last-child").shouldHave(text("20"));
		Looks.check("dashboard-table");
		$("[data-chart-toggle]").click();

		$("summary[aria-label='Theme and density']").click();
		$("button[value=DARK]").click();
		$(".chart[data-drawn]").shouldBe(visible);
		assertThat(colour()).isNotEqualTo(colour);
		$$("details.menu > summary").findBy(text("EN")).click();
		$("button[value=ru]").click();
		$("h1").shouldHave(text("Обзор"));
		$(".ending").shouldHave(text("3 участника"));
		$(".acts").shouldHave(text("добавлено 20 пользователей в"));
		$(".chart[data-drawn]").shouldBe(visible);
		assertThat(bars()).isEqualTo(cells()).contains("Процент:20");
		Looks.check("dashboard-russian");
	}

	/** Returns the values that the chart draws for the last day. */
	private static @Nullable List<String> bars() {
		return Selenide.executeJavaScript(
				"return " + DRAWN + ".data.datasets.map((one) => one.label + ':' + one.data.at(-1)).sort()");
	}

	/** Returns the values that the table shows for the last day. */
	private static @Nullable List<String> cells() {
		return Selenide.executeJavaScript("""
				const heads = [...document.querySelectorAll('#changes thead th')].slice(1);
				const cells = [...document.querySelectorAll('#changes tbody tr:last-child td')];
				return heads.map((head, at) => head.textContent + ':' + cells[at].textContent).sort()""");
	}

	private static String colour() {
		return "" + Selenide.executeJavaScript("return " + DRAWN + ".data.datasets[0].backgroundColor");
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
