package dev.segmentation.report;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import dev.segmentation.account.password.NewPassword;
import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.Selection;
import dev.segmentation.history.csv.CsvColumn;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.history.csv.FileFormat;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Reports that are made again each day, week or month.
 */
@HttpTest
class RecurringReportTests {

	private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

	private static final CsvLayout LAYOUT = new CsvLayout(FileFormat.CSV, ';', true,
			List.of(CsvColumn.DATE, CsvColumn.USER_ID), true, true, MOSCOW);

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	ReportService reports;

	@Autowired
	Reports list;

	@Autowired
	ReportLinks links;

	@Autowired
	RecurringReports recurring;

	@Autowired
	RecurringRuns runs;

	@Autowired
	RecurringReportsJob job;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	Pages editor;

	@Autowired
	Pages viewer;

	@BeforeEach
	void clear() {
		sql("DELETE FROM recurring_reports");
	}

	@Test
	void replacesTheFileBehindTheSameLink() {
		Report first = share(ReportPlace.LINK);
		repeat(first, "MONTHLY", "SAME_LINK");
		String link = Objects.requireNonNull(this.links.of(first));
		Report second = runOnce();
		assertThat(this.reports.get(first.id()).state()).isEqualTo(ReportState.REPLACED);
		assertThat(second.content().filter()).isEqualTo(lastMonth(first.content().filter()));
		assertThat(second.content().layout()).isEqualTo(LAYOUT);
		assertThat(second.name()).isEqualTo("history_" + month() + "_BETA_Europe-Moscow.csv");
		assertThat(second.link()).isEqualTo(first.link());
		assertThat(second.locked()).isTrue();
		assertThat(this.links.of(second)).isEqualTo(link);
		assertThat(this.viewer.get(link).body()).contains(second.name());
		Report third = runOnce();
		assertThat(this.links.of(third)).isEqualTo(link);
		assertThat(this.links.findPage(first.id(), link.substring(link.lastIndexOf('/') + 1)).id())
			.isEqualTo(third.id());
		assertThat(this.editor.get(second.url()).body()).contains("Another report has taken its place", third.url());
	}

	@Test
	void makesANewReportEachTime() {
		Report first = share(ReportPlace.FILE);
		repeat(first, "DAILY", "FILE");
		Report second = runOnce();
		assertThat(second.place()).isEqualTo(ReportPlace.FILE);
		repeat(second, "WEEKLY", "NEW_LINK");
		Report third = newest();
		assertThat(third.place()).isEqualTo(ReportPlace.FILE);
		sql("DELETE FROM recurring_reports WHERE rhythm = 'DAILY'");
		Report fourth = runOnce();
		Report fifth = runOnce();
		assertThat(List.of(this.reports.get(fourth.id()), fifth)).extracting(Report::state)
			.containsOnly(ReportState.READY);
		assertThat(this.links.of(fourth)).isNotNull().isNotEqualTo(this.links.of(fifth));
	}

	@Test
	void makesOneReportAfterADowntime() {
		Report first = share(ReportPlace.FILE);
		repeat(first, "DAILY", "FILE");
		sql("UPDATE recurring_reports SET next_at = now() - interval '70 days'");
		this.job.run();
		await().until(() -> newest().id() != first.id() && newest().isReady());
		this.job.run();
		assertThat(reportsSince(first)).isOne();
		assertThat(only().nextAt()).isAfter(Instant.now()).isBefore(Instant.now().plus(Duration.ofDays(2)));
	}

	@Test
	void severalInstancesMakeOneReport() throws InterruptedException {
		Report first = share(ReportPlace.FILE);
		Stream.of("DAILY", "WEEKLY", "MONTHLY").forEach((rhythm) -> repeat(first, rhythm, "FILE"));
		sql("UPDATE recurring_reports SET next_at = now()");
		try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<Boolean> instance = () -> {
				this.job.run();
				return true;
			};
			assertThat(instances.invokeAll(Collections.nCopies(5, instance))).extracting((end) -> end.resultNow())
				.containsOnly(true);
		}
		await().until(() -> reportsSince(first) == 3);
		this.job.run();
		assertThat(reportsSince(first)).isEqualTo(3);
	}

	@Test
	void losesNothingWhenItsInstanceIsKilled() {
		Report first = share(ReportPlace.FILE);
		repeat(first, "MONTHLY", "FILE");
		// As if kill -9 came after the claim and before the task.
		RecurringRuns.Run run = new TransactionTemplate(this.transactions).execute((status) -> {
			sql("UPDATE recurring_reports SET next_at = now()");
			return this.runs.takeDue().orElseThrow();
		});
		assertThat(this.runs.takeInterrupted()).isEmpty();
		assertThat(this.reports.get(run.reportId()).isReady()).isFalse();
		sql("UPDATE recurring_reports SET started_at = now() - interval '61 seconds'");
		this.job.run();
		await().until(() -> this.reports.get(run.reportId()).isReady());
		assertThat(reportsSince(first)).isOne();
		// Half a minute after kill -9 during the task.
		sql("UPDATE reports SET ready_at = NULL WHERE id = " + run.reportId());
		sql("UPDATE tasks SET state = 'INTERRUPTED' WHERE id = (SELECT task_id FROM reports WHERE id = %d)"
			.formatted(run.reportId()));
		sql("UPDATE recurring_reports SET started_at = now() - interval '61 seconds'");
		this.job.run();
		await().until(() -> this.reports.get(run.reportId()).isReady());
		assertThat(reportsSince(first)).isOne();
	}

	@Test
	void pausesAfterItsLinkWasRevoked() {
		Report first = share(ReportPlace.LINK);
		repeat(first, "MONTHLY", "SAME_LINK");
		Report second = runOnce();
		this.reports.revoke(second.id(), Accounts.EDITOR);
		sql("UPDATE recurring_reports SET next_at = now()");
		this.job.run();
		await().until(() -> only().isPaused());
		assertThat(this.editor.get("/reports/recurring").body()).contains("Paused", "Its link was revoked");
		location(this.editor.post(path() + "/resume", Map.of()));
		Report third = runOnce();
		assertThat(this.links.of(third)).isNotNull().isNotEqualTo(this.links.of(first));
		assertThat(this.viewer.get(Objects.requireNonNull(this.links.of(third))).statusCode()).isEqualTo(200);
		Report fourth = runOnce();
		assertThat(this.links.of(fourth)).isEqualTo(this.links.of(third));
	}

	@Test
	void stopsWithItsOwner() {
		Report first = share(ReportPlace.FILE);
		repeat(first, "MONTHLY", "FILE");
		sql("UPDATE accounts SET enabled = false WHERE login = 'editor'");
		sql("UPDATE recurring_reports SET next_at = now()");
		this.job.run();
		await().until(() -> only().isPaused());
		sql("UPDATE accounts SET enabled = true WHERE login = 'editor'");
		assertThat(reportsSince(first)).isZero();
		Pages admin = new Pages(this.api).signIn(TestAccount.ADMIN);
		assertThat(admin.get("/reports/recurring").body()).contains("The owner can’t create reports any more");
		location(admin.post(path() + "/resume", Map.of()));
		assertThat(only().account()).isEqualTo("admin");
		assertThat(runOnce().account()).isEqualTo("admin");
	}

	@Test
	void isPausedResumedAndDeleted() {
		Report first = share(ReportPlace.FILE);
		repeat(first, "WEEKLY", "FILE");
		assertThat(this.editor.get("/reports/recurring").body()).contains("Weekly", "Colleagues only", "Not run yet",
				"Europe/Moscow", "BETA", first.url());
		assertThat(this.editor.get(first.url()).body()).contains("id=\"repeated\"");
		location(this.editor.post(path() + "/pause", Map.of()));
		sql("UPDATE recurring_reports SET next_at = now() - interval '30 days'");
		this.job.run();
		assertThat(only().hasRun()).isFalse();
		assertThat(this.editor.get("/reports/recurring").body()).contains("Paused", "Resume");
		location(this.editor.post(path() + "/resume", Map.of()));
		assertThat(only().nextAt()).isAfter(Instant.now());
		assertThat(this.viewer.get("/reports/recurring").body()).contains("Weekly").doesNotContain("/pause", "/delete");
		assertThat(this.viewer.post(path() + "/pause", Map.of()).statusCode()).isEqualTo(403);
		assertThat(this.editor.get(path() + "/delete").body()).contains("Stop repeating BETA?");
		String delete = path() + "/delete";
		location(this.editor.post(delete, Map.of()));
		assertThat(this.editor.get("/reports/recurring").body()).contains("No recurring reports yet");
		assertThat(this.editor.post(delete, Map.of()).statusCode()).isEqualTo(404);
		assertThat(this.reports.get(first.id()).isReady()).isTrue();
	}

	@Test
	void refusesDriveWithoutKey() {
		Report first = share(ReportPlace.FILE);
		assertThat(this.editor.get(first.url() + "/repeat").body()).contains("Google Drive isn’t set up");
		HttpResponse<String> answer = this.editor.post(first.url() + "/repeat", Map.of("target", "DRIVE"));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(this.editor.post(first.url() + "/repeat", Map.of("rhythm", "HOURLY")).statusCode()).isEqualTo(422);
	}

	private Report share(ReportPlace place) {
		HistoryFilter filter = HistoryFilter.all().ofSegments(Selection.only(List.of(5L)));
		NewReport request = new NewReport(place, Duration.ofDays(7), "?month=2026-01&segment=BETA&zone=Europe/Moscow",
				filter.during(YearMonth.of(2026, 1)), LAYOUT);
		NewPassword password = (place == ReportPlace.LINK) ? new NewPassword("correct horse") : null;
		long id = this.reports
			.start(request, new LinkSettings("BETA", "Anna", (place == ReportPlace.LINK) ? 9L : null), password,
					Accounts.EDITOR)
			.id();
		await().until(() -> this.reports.get(id).isReady());
		return this.reports.get(id);
	}

	private void repeat(Report report, String rhythm, String target) {
		assertThat(location(this.editor.post(report.url() + "/repeat", Map.of("rhythm", rhythm, "target", target))))
			.isEqualTo("/reports/recurring");
	}

	/** Lets all be due, and waits for the report. */
	private Report runOnce() {
		long before = newest().id();
		sql("UPDATE recurring_reports SET next_at = now()");
		this.job.run();
		await().until(() -> newest().id() != before && newest().isReady());
		return newest();
	}

	private Report newest() {
		return this.list.list(ReportListFilter.ALL, null, 1).items().getFirst();
	}

	private RecurringReport only() {
		return this.recurring.list(null, 2).items().getFirst();
	}

	private String path() {
		return "/reports/recurring/" + only().id();
	}

	private static YearMonth month() {
		return YearMonth.now(MOSCOW).minusMonths(1);
	}

	private static HistoryFilter lastMonth(HistoryFilter filter) {
		LocalDate first = month().atDay(1);
		return filter.between(first.atStartOfDay(MOSCOW).toInstant(),
				first.plusMonths(1).atStartOfDay(MOSCOW).toInstant());
	}

	private long reportsSince(Report report) {
		return this.database.jdbc()
			.sql("SELECT count(*) FROM reports WHERE id > :id AND ready_at IS NOT NULL")
			.param("id", report.id())
			.query(Long.class)
			.single();
	}

	private void sql(String sql) {
		this.database.jdbc().sql(sql).update();
	}

	private static String location(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
	}

}
