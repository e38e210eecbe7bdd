package dev.segmentation.report;

import java.time.Duration;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tells the author of a report on any page that it is ready.
 */
@HttpTest
class ReportNoticeTests {

	private static final String POLLING = "hx-get=\"/reports/notices\"";

	private static final String READY = " is ready";

	@Autowired
	ReportService reports;

	@Autowired
	ReportNotices notices;

	@Autowired
	Pages editor;

	@Autowired
	Pages viewer;

	@Autowired
	TestDatabase database;

	private Report report;

	/** A report whose task has not ended yet. */
	@BeforeEach
	void start() {
		NewReport content = new NewReport(ReportPlace.FILE, Duration.ofDays(1), "", HistoryFilter.all(),
				CsvLayout.PLAIN);
		long id = this.reports.start(content, LinkSettings.NONE, null, Accounts.EDITOR).id();
		await().until(() -> this.reports.get(id).isReady());
		change("UPDATE reports SET ready_at = NULL WHERE id = ?", id);
		setTask("RUNNING", id);
		this.report = this.reports.get(id);
		this.notices.watch(this.report, Accounts.EDITOR);
	}

	/** A task that runs would keep the turn of other reports. */
	@AfterEach
	void end() {
		setTask("CANCELLED", this.report.id());
	}

	private void setTask(String state, long id) {
		change("""
				UPDATE tasks SET state = '%1$s', heartbeat_at = now() + interval '1 hour',
				    finished_at = CASE WHEN '%1$s' <> 'RUNNING' THEN now() END
				WHERE id = (SELECT task_id FROM reports WHERE id = ?)
				""".formatted(state), id);
	}

	private void change(String sql, long id) {
		this.database.jdbc().sql(sql).param(id).update();
	}

	private void finish() {
		change("UPDATE reports SET ready_at = now() WHERE id = ?", this.report.id());
	}

	@Test
	void isShownOnceOnTheNextPageOfTheAuthor() {
		assertThat(this.editor.get("/users").body()).contains(POLLING).doesNotContain(READY);
		finish();
		assertThat(this.viewer.get("/users").body()).doesNotContain(READY, POLLING);
		assertThat(this.editor.get("/users").body())
			.containsPattern("(?s)aria-live=\"polite\".*" + READY + ".*" + this.report.url())
			.doesNotContain(POLLING);
		assertThat(this.editor.get("/users").body()).doesNotContain(READY, POLLING);
	}

	@Test
	void reachesAPageThatIsOpen() {
		assertThat(poll("/users")).contains(POLLING).doesNotContain(READY);
		finish();
		assertThat(poll("/users")).contains(READY, "hx-swap-oob").doesNotContain(POLLING);
		assertThat(poll("/users")).doesNotContain(READY, POLLING);
		assertThat(this.editor.get("/reports/notices").statusCode()).isEqualTo(302);
	}

	@Test
	void saysThatAReportFailed() {
		setTask("FAILED", this.report.id());
		assertThat(this.editor.get("/users").body()).contains(this.report.name() + " couldn’t be created",
				"toast-error");
		finish();
	}

	@Test
	void isNotNeededOnThePageOfTheReport() {
		finish();
		assertThat(poll(this.report.url())).doesNotContain(READY);
		assertThat(this.editor.get("/users").body()).doesNotContain(READY);
	}

	private String poll(String page) {
		return this.editor.get("/reports/notices", "HX-Request", "true", "HX-Current-URL", "http://localhost" + page)
			.body();
	}

}
