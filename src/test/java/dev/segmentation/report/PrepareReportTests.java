package dev.segmentation.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.Selection;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.LongHistory;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.task.TaskResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * A report that takes longer than a page waits for it.
 */
@HttpTest
class PrepareReportTests {

	private static final HistoryFilter ALL = HistoryFilter.all();

	private static final int LINES = 64 * 60_000;

	private static final Instant START = Instant.parse("2021-03-01T00:00:00Z");

	private static final HistoryFilter FEW = new HistoryFilter(START, START.plusSeconds(2001), Selection.all(),
			Selection.all(), Set.of(), null, "");

	private static final int FEW_LINES = 64 * 2000;

	@Autowired
	TestDatabase database;

	@Autowired
	ReportService reports;

	@Autowired
	ReportLinks links;

	@Autowired
	PurgeReports purge;

	@Autowired
	PrepareReport prepare;

	@Autowired
	ReportRepository repository;

	@Autowired
	Pages editor;

	@BeforeAll
	static void addHistory(@Autowired TestDatabase database) {
		database.jdbc().sql("""
				INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids)
				SELECT 1, 1, 'LONG', 'added', TIMESTAMPTZ '2021-03-01T00:00:00Z' + interval '1 second' * block,
				       block, 64, ARRAY(SELECT block * 64 + n FROM generate_series(0, 63) AS n)
				FROM generate_series(1, 60000) AS block
				""").update();
		database.jdbc().sql("""
				INSERT INTO segment_days (segment_id, day, kind, added, removed)
				SELECT 1, '2021-03-01', 'page', sum(user_count), 0 FROM operations
				""").update();
	}

	@Test
	void isDownloadedLater() {
		Report report = start(ALL);
		assertThat(report.isPreparing()).isTrue();
		assertThat(this.editor.get("/reports").body()).contains("Preparing", report.url());
		assertThat(this.editor.get(report.url()).body()).contains("id=\"task\"", "/cancel");
		await().atMost(Duration.ofSeconds(60)).until(() -> this.reports.get(report.id()).isReady());
		Report ready = this.reports.get(report.id());
		assertThat(ready.file()).extracting("lines").isEqualTo((long) LINES);
		assertThat(this.editor.get(report.url() + "/file").body().lines().count()).isEqualTo(LINES + 1);
		assertThat(this.links.of(ready)).isNull();
	}

	@Test
	void isCancelled() {
		Report report = start(ALL);
		this.editor.post(Objects.requireNonNull(report.task()).url() + "/cancel", Map.of());
		await().until(() -> this.reports.get(report.id()).state() == ReportState.CANCELLED);
		await().until(() -> pieces(report) == 0);
		assertThat(this.editor.get(report.url()).body()).contains("The task was cancelled", "Try again");
		assertThat(this.editor.get(report.url() + "/file").statusCode()).isEqualTo(302);
		assertThat(this.editor.get("/reports").body()).contains("Cancelled");
	}

	@Test
	void isRevokedBeforeItIsReady() {
		Report report = start(ALL);
		this.reports.revoke(report.id(), Accounts.EDITOR);
		await().until(() -> pieces(report) == 0 && copies() == 0);
		assertThat(this.reports.get(report.id()).state()).isEqualTo(ReportState.REVOKED);
	}

	@Test
	void isInterruptedWhenItsServerStops() {
		Report report = start(FEW);
		await().until(() -> this.reports.get(report.id()).isReady());
		// The state half a minute after kill -9.
		jdbc().sql("UPDATE reports SET ready_at = NULL WHERE id = :id").param("id", report.id()).update();
		jdbc().sql("""
				UPDATE tasks SET state = 'RUNNING', finished_at = NULL, heartbeat_at = now() - interval '31 seconds'
				WHERE id = (SELECT task_id FROM reports WHERE id = :id)
				""").param("id", report.id()).update();
		await().until(() -> this.reports.get(report.id()).state() == ReportState.INTERRUPTED);
		assertThat(this.editor.get(report.url()).body()).contains("The task was interrupted", "Try again");
		assertThat(this.editor.post(report.url() + "/again", Map.of()).headers().firstValue("Location").orElse(""))
			.endsWith(report.url());
		await().until(() -> this.reports.get(report.id()).isReady());
		assertThat(this.editor.get(report.url() + "/file").body().lines().count()).isEqualTo(FEW_LINES + 1);
	}

	/**
	 * The first instance is stopped while it reads, for so long that its task counts as
	 * interrupted, and goes on when another instance has made the report.
	 */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void isNotTouchedByAnInstanceThatWasStopped(boolean notices) throws Exception {
		NewReport request = new NewReport(ReportPlace.FILE, Duration.ofDays(7), "", FEW, CsvLayout.PLAIN);
		long id = this.repository.insert("stopped.csv", request, Accounts.EDITOR.id());
		Semaphore stopped = new Semaphore(0);
		CountDownLatch reading = new CountDownLatch(1);
		CompletableFuture<TaskResult> first = CompletableFuture
			.supplyAsync(() -> this.prepare.run(id, "stopped.csv", request, Accounts.EDITOR, (done, total) -> {
				if (done > 0 && reading.getCount() > 0) {
					reading.countDown();
					stopped.acquireUninterruptibly();
					if (notices) {
						throw new CancellationException("The task is no longer running.");
					}
				}
			}));
		reading.await();
		this.prepare.run(id, "stopped.csv", request, Accounts.EDITOR, (done, total) -> {
		});
		stopped.release();
		assertThatThrownBy(first::join).hasRootCauseInstanceOf(CancellationException.class);
		Report report = this.reports.get(id);
		assertThat(report.isReady()).isTrue();
		assertThat(this.editor.get(report.url() + "/file").body().lines().count()).isEqualTo(FEW_LINES + 1);
	}

	@Test
	void isFinishedOnlyByTheNewestRun() {
		NewReport request = new NewReport(ReportPlace.FILE, Duration.ofDays(7), "", FEW, CsvLayout.PLAIN);
		long id = this.repository.insert("twice.csv", request, Accounts.EDITOR.id());
		ReportRun first = this.repository.startRun(id);
		ReportRun second = this.repository.startRun(id);
		assertThat(this.repository.finish(first, 1, 10, null, null)).isFalse();
		assertThat(this.reports.get(id).isReady()).isFalse();
		assertThat(this.repository.finish(second, 2, 20, null, null)).isTrue();
		assertThat(this.reports.get(id).file()).extracting("lines").isEqualTo(2L);
	}

	@Test
	void deletesThePiecesOfAnUnfinishedFileAfterADay() {
		Report report = start(FEW);
		await().until(() -> this.reports.get(report.id()).isReady());
		jdbc().sql("UPDATE reports SET ready_at = NULL, created_at = now() - interval '2 days' WHERE id = :id")
			.param("id", report.id())
			.update();
		// The task may end after the report is ready, and the purge leaves running tasks
		// alone.
		await().until(() -> {
			this.purge.purge();
			return pieces(report) == 0;
		});
	}

	private Report start(HistoryFilter filter) {
		return this.reports.start(new NewReport(ReportPlace.FILE, Duration.ofDays(7), "", filter, CsvLayout.PLAIN),
				Accounts.EDITOR);
	}

	private long pieces(Report report) {
		return jdbc().sql("SELECT count(*) FROM report_pieces WHERE report_id = :id")
			.param("id", report.id())
			.query(Long.class)
			.single();
	}

	private long copies() {
		return LongHistory.reads(jdbc());
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
