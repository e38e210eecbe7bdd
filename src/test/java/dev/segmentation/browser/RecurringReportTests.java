package dev.segmentation.browser;

import java.time.Duration;

import com.codeborne.selenide.Selenide;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Looks;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.Condition.checked;
import static com.codeborne.selenide.Condition.disabled;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;

/**
 * Recurring reports in a browser.
 */
@BrowserTest
class RecurringReportTests {

	@Autowired
	TestDatabase database;

	@ParameterizedTest
	@ValueSource(strings = { "en", "ru" })
	void repeatsPausesAndDeletes(String language) {
		sql("DELETE FROM recurring_reports");
		sql("DELETE FROM reports");
		sql("""
				INSERT INTO reports (name, place, account_id, query, date_from, date_to, user_ids, segment_ids, kinds,
				    separator, byte_order_mark, detailed, expires_at, ready_at, lines, bytes, page, zone, title, recipient)
				SELECT 'history_2026-02_BETA_Europe-Moscow.csv', 'LINK', 2, '?month=2026-02&segment=BETA&zone=Europe/Moscow',
				       '2026-02-01', '2026-03-01', '{}', '{101}', '{}', ',', false, false, now() + interval '7 days', now(), 3,
				       100, true, 'Europe/Moscow', 'BETA by month', 'Anna at Partner'
				""");
		LoginPage.openAs(TestAccount.EDITOR, "/reports/recurring");
		$(".topbar details summary").click();
		$("button[name=language][value=" + language + "]").click();
		$("html[lang=" + language + "]").should(exist);
		$(".empty").shouldBe(visible);
		Looks.check("recurring-empty-" + language);
		$("#all").click();
		$(".reports .name").click();
		$("#repeat").click();
		$("#dialog [value=MONTHLY]").shouldBe(checked);
		$("#dialog [value=SAME_LINK]").shouldBe(checked);
		$("#dialog [value=DRIVE]").shouldBe(disabled);
		Looks.check("recurring-repeat-" + language);
		$("#dialog .btn-primary").click();
		$(".recurring tbody").shouldHave(text("BETA by month"), text("Europe/Moscow"), text("editor"));
		Looks.check("recurring-" + language);
		sql("UPDATE recurring_reports SET next_at = now()");
		Selenide.refresh();
		$(".recurring .task-state.report-ready").should(exist, Duration.ofSeconds(20));
		$(".recurring-acts button").click();
		$(".recurring .report-interrupted").should(exist);
		sql("UPDATE recurring_reports SET problem = 'LINK'");
		$(".recurring .name").click();
		$("#repeated").should(exist);
		Looks.check("recurring-report-" + language);
		$("#repeated a").click();
		Looks.check("recurring-paused-" + language);
		$(".recurring-acts .btn-outline-danger").click();
		$("#dialog .btn-danger").shouldBe(visible);
		Looks.check("recurring-delete-" + language);
		$("#dialog .btn-danger").click();
		$$(".recurring tbody tr").shouldHave(size(0));
		$(".empty").shouldBe(visible);
	}

	private void sql(String sql) {
		this.database.jdbc().sql(sql).update();
	}

}
