package dev.segmentation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.report.drive.DriveException.Problem;
import dev.segmentation.report.drive.ImpatientDrive;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.RecordedAct;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.drive.Call;
import dev.segmentation.support.drive.Failure;
import dev.segmentation.support.drive.FakeDrive;
import dev.segmentation.support.drive.StoredFile;
import dev.segmentation.task.TaskService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Reports on Google Drive, from the API and from the pages, with Google's client and a
 * local Drive.
 */
@HttpTest
@Import(ImpatientDrive.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DriveReportTests {

	private static final FakeDrive google = FakeDrive.start();

	private static final String MARCH = "/reports/link?year=2026&month=3";

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	ReportService reports;

	@Autowired
	Reports list;

	@Autowired
	DriveWithdrawals withdrawals;

	@Autowired
	TaskService tasks;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("segmentation.drive.credentials", () -> google.writeKey(folder()));
		registry.add("segmentation.drive.folder", google::folder);
		registry.add("segmentation.drive.root-url", google::rootUrl);
	}

	private static Path folder() {
		try {
			return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "drive-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@BeforeAll
	static void addActs(@Autowired TestDatabase database) {
		RecordedAct.at(database.jdbc(), "2026-03-01T00:00:00Z", "page", 2L, null).added(5, "BETA", 1, 2);
	}

	@Test
	@Order(1)
	void sharesTheReportAndKeepsItsLink() {
		Answer first = editor().get(MARCH);
		assertThat(first.status()).as(first.body()).isEqualTo(200);
		StoredFile file = google.file();
		assertThat(first.json().get("link").asString())
			.isEqualTo("https://drive.google.com/file/d/%s/view?usp=sharing".formatted(file.id()));
		assertThat(text(file)).isEqualTo(editor().get("/reports/file?year=2026&month=3").body());
		RecordedAct.at(this.database.jdbc(), "2026-03-02T00:00:00Z", "page", 2L, null).added(5, "BETA", 3);
		assertThat(editor().get(MARCH).body()).isEqualTo(first.body());
		assertThat(text(google.file())).contains("3,BETA,added");
		assertThat(newest(10)).extracting(Report::state).containsExactly(ReportState.READY, ReportState.REPLACED);
		assertThat(newest(1).getFirst().file()).extracting("lines").isEqualTo(3L);
		assertThat(newest(10).getLast().replacedBy()).isEqualTo(newest(1).getFirst().id());
	}

	@Test
	@Order(2)
	void doesNotReplaceAnotherReport() {
		editor().get(MARCH + "&user_ids=1");
		assertThat(google.files()).extracting(StoredFile::name)
			.contains("report_2026_3.csv", "report_2026_3_users_1.csv");
		assertThat(text(named("report_2026_3.csv"))).contains("2,BETA");
		assertThat(text(named("report_2026_3_users_1.csv"))).doesNotContain("2,BETA");
	}

	@Test
	@Order(3)
	void createsOneFileForConcurrentRequests() {
		List<Answer> answers = IntStream.range(0, 6)
			.mapToObj((n) -> CompletableFuture.supplyAsync(() -> editor().get("/reports/link?year=2026&month=4")))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.toList();
		assertThat(answers).extracting(Answer::status).containsOnly(200);
		assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
		assertThat(google.files()).filteredOn((file) -> file.name().equals("report_2026_4.csv")).hasSize(1);
	}

	@Test
	@Order(4)
	void checksTheInputThenThePeriodThenDrive() {
		assertThat(editor().get("/reports/link?year=2026").error()).isEqualTo("invalid input");
		assertThat(editor().get("/reports/link?year=2026&month=13").error()).isEqualTo("invalid history period");
		assertThat(this.api.as(TestAccount.VIEWER).get(MARCH).status()).isEqualTo(403);
	}

	@Test
	@Order(5)
	void isSharedAndRevokedOnThePages() {
		Pages pages = new Pages(this.api).signIn(TestAccount.EDITOR);
		String page = location(pages, "/reports",
				Map.of("segment", "BETA", "place", "DRIVE", "preset", "FULL", "personal", "true"));
		await().until(() -> this.reports.get(id(page)).isReady());
		String name = this.reports.get(id(page)).name();
		assertThat(name).matches("history_BETA_UTC_[0-9a-f]{8}\\.csv");
		StoredFile file = named(name);
		assertThat(pages.get(page).body()).contains("https://drive.google.com/file/d/" + file.id(), "Google Drive")
			.doesNotContain(page + "/file");
		assertThat(text(file)).contains(",page,editor,");
		pages.post(page + "/revoke", Map.of());
		assertThat(this.reports.get(id(page)).state()).isEqualTo(ReportState.REVOKED);
		assertThat(isShared(name)).isFalse();
	}

	@Test
	@Order(6)
	void isSharedWhenAnOlderReportIsRevokedDuringItsUpload() {
		Report older = share("2026-05");
		google.failNext(Call.CHUNK, revoking(() -> older.id()));
		Report newer = share("2026-05");
		assertThat(newer.isReady()).isTrue();
		assertThat(isShared("report_2026_5.csv")).isTrue();
		assertThat(this.reports.get(older.id()).state()).isEqualTo(ReportState.REVOKED);
	}

	/** It has replaced the content of the older report, so neither may stay shared. */
	@Test
	@Order(7)
	void isNotSharedWhenItIsRevokedDuringItsUpload() {
		Report older = share("2026-06");
		google.failNext(Call.CHUNK, revoking(() -> newest(1).getFirst().id()));
		Report newer = share("2026-06");
		assertThat(newer.state()).isEqualTo(ReportState.REVOKED);
		assertThat(isShared("report_2026_6.csv")).isFalse();
		assertThat(this.reports.get(older.id()).state()).isEqualTo(ReportState.REVOKED);
	}

	@Test
	@Order(8)
	void keepsThePagesOfReplacedReports() {
		Report older = share("2026-07");
		Report newer = share("2026-07");
		String page = new Pages(this.api).signIn(TestAccount.EDITOR).get(older.url()).body();
		assertThat(page)
			.contains("Replaced", "was shared again on", "id=\"replacement\" href=\"" + newer.url() + "\"",
					"Shared again as a new report")
			.doesNotContain("drive.google.com", older.url() + "/revoke");
		assertThat(isShared("report_2026_7.csv")).isTrue();
		for (int time = 0; time < 21; time++) {
			newer = share("2026-07");
		}
		assertThat(this.database.jdbc()
			.sql("SELECT count(*) FROM reports WHERE name = 'report_2026_7.csv'")
			.query(Long.class)
			.single()).isEqualTo(21);
		assertThat(newer.isReady()).isTrue();
	}

	private List<Report> newest(int size) {
		return this.list.list(ReportListFilter.ALL, null, size).items();
	}

	private Report share(String month) {
		HistoryFilter filter = HistoryFilter.all().during(YearMonth.parse(month));
		Report report = this.reports.start(new NewReport(ReportPlace.DRIVE, Duration.ZERO, "", filter, CsvLayout.PLAIN),
				Accounts.EDITOR);
		// The task may end after the report is recorded.
		await().until(() -> this.tasks.running().isEmpty() && !this.reports.get(report.id()).isPreparing());
		return this.reports.get(report.id());
	}

	/** Revokes a report before Google stores a chunk. */
	private Failure revoking(LongSupplier report) {
		return (request, proper) -> {
			this.reports.revoke(report.getAsLong(), Accounts.EDITOR);
			return proper.apply(request);
		};
	}

	private static boolean isShared(String name) {
		return named(name).permissions().stream().anyMatch((each) -> "anyone".equals(each.type()));
	}

	@Test
	@Order(9)
	void listsAFailedShareOfAProgramWithItsFile() {
		Report older = share("2026-08");
		google.failNext(Call.PERMISSIONS, Failure.none());
		google.failNext(Call.SHARE, Failure.error(403, "publishOutNotPermitted", "Forbidden."));
		named("report_2026_8.csv").permissions().removeIf((each) -> "anyone".equals(each.type()));
		Answer answer = editor().get("/reports/link?year=2026&month=8");
		assertThat(answer.status()).isEqualTo(502);
		assertThat(answer.json().get("cause").asString()).isEqualTo("sharing_forbidden");
		Report failed = newest(1).getFirst();
		assertThat(failed.state()).isEqualTo(ReportState.FAILED);
		assertThat(failed.drive().fileId()).isEqualTo(older.drive().fileId());
		assertThat(failed.drive().problem()).isEqualTo(Problem.SHARING_FORBIDDEN);
		assertThat(new Pages(this.api).signIn(TestAccount.EDITOR).get(failed.url()).body())
			.contains("Google doesn’t allow this file to be shared", "id=\"remains\"", "drive.google.com")
			.doesNotContain("Nothing was changed");
		assertThat(this.reports.again(failed.id(), Accounts.EDITOR).id()).isEqualTo(failed.id());
		await().until(() -> this.reports.get(failed.id()).isReady());
		assertThat(this.reports.get(older.id()).state()).isEqualTo(ReportState.REPLACED);
	}

	@Test
	@Order(10)
	void keepsTheNewestFailedSharesOfAName() {
		for (int time = 0; time < 22; time++) {
			google.failNext(Call.LIST, Failure.error(403, "accessNotConfigured", "Disabled."));
			assertThat(editor().get("/reports/link?year=2026&month=9").json().get("cause").asString())
				.isEqualTo("api_disabled");
		}
		assertThat(this.database.jdbc()
			.sql("SELECT count(*) FROM reports WHERE name = 'report_2026_9.csv'")
			.query(Long.class)
			.single()).isEqualTo(21);
	}

	@Test
	@Order(11)
	void triesToRevokeAgainUntilGoogleConfirmsIt() {
		Report report = share("2026-02");
		google.failNext(Call.UNSHARE, Failure.error(403, "cannotDeletePermission", "Inherited."));
		Pages pages = new Pages(this.api).signIn(TestAccount.EDITOR);
		pages.post(report.url() + "/revoke", Map.of());
		assertThat(this.reports.get(report.id()).state()).isEqualTo(ReportState.REVOKED);
		assertThat(pages.get(report.url()).body()).contains("id=\"unconfirmed\"", "The link may still work",
				"Google doesn’t allow");
		assertThat(isShared("report_2026_2.csv")).isTrue();
		tryAgain(report);
		assertThat(isShared("report_2026_2.csv")).isFalse();
		assertThat(pages.get(report.url()).body()).doesNotContain("id=\"unconfirmed\"", "may still work");
		google.calls().clear();
		this.withdrawals.run();
		assertThat(google.calls()).isEmpty();
	}

	@Test
	@Order(12)
	void withdrawsTheAccessAtTheEnd() {
		Pages pages = new Pages(this.api).signIn(TestAccount.EDITOR);
		String page = location(pages, "/reports", Map.of("month", "2026-01", "place", "DRIVE", "ttl", "2d"));
		await().until(() -> this.reports.get(id(page)).isReady());
		Report report = this.reports.get(id(page));
		assertThat(report.expiresAt()).isNotNull();
		this.withdrawals.run();
		assertThat(isShared(report.name())).isTrue();
		google.failNext(Call.UNSHARE, Failure.status(400));
		this.database.jdbc().sql("UPDATE reports SET expires_at = now() WHERE id = ?").param(report.id()).update();
		this.withdrawals.run();
		assertThat(pages.get(page).body()).contains("expired on", "id=\"unconfirmed\"");
		this.withdrawals.run();
		assertThat(isShared(report.name())).as("another try comes after a minute").isTrue();
		tryAgain(report);
		assertThat(isShared(report.name())).isFalse();
		assertThat(pages.get(page).body()).contains("expired on").doesNotContain("id=\"unconfirmed\"");
	}

	@Test
	@Order(13)
	void showsTheAttemptAndCanBeCancelled() {
		Pages pages = new Pages(this.api).signIn(TestAccount.EDITOR);
		List<String> seen = new CopyOnWriteArrayList<>();
		google.failNext(Call.LIST, Failure.status(503), (request, proper) -> {
			Report waiting = newest(1).getFirst();
			seen.add(pages.get(waiting.url()).body());
			this.tasks.cancel(this.tasks.running().getFirst().id());
			return proper.apply(request);
		});
		Report report = share("2025-12");
		assertThat(seen).singleElement()
			.asString()
			.contains("Waiting for Google Drive, attempt 2 of 4", "id=\"cancel\"");
		assertThat(seen.getFirst()).contains("http-equiv=\"refresh\"");
		assertThat(report.state()).isEqualTo(ReportState.CANCELLED);
		HttpResponse<String> poll = pages.get("/tasks/" + report.taskId(), "HX-Request", "true", "HX-Current-URL",
				"http://localhost" + report.url());
		assertThat(poll.headers().map().toString()).contains(report.url());
		assertThat(poll.body()).doesNotContain("<section id=\"task\"");
		assertThat(pages.get("/").body()).contains("Your reports this week", report.url());
		assertThat(google.files()).filteredOn((file) -> file.name().equals("report_2025_12.csv"))
			.allSatisfy((file) -> assertThat(isShared(file.name())).isFalse());
		assertThat(pages.get(report.url()).body()).contains("The task was cancelled", "There is no link");
	}

	@Test
	@Order(14)
	void isSharedWithSingleAddressesUntilItIsRevoked() {
		Pages pages = new Pages(this.api).signIn(TestAccount.EDITOR);
		Map<String, String> form = Map.of("month", "2025-11", "place", "DRIVE", "readers",
				"Anna@example.com; boris@example.com");
		String page = location(pages, "/reports", form);
		await().until(() -> this.reports.get(id(page)).isReady());
		StoredFile file = named(this.reports.get(id(page)).name());
		assertThat(file.sharedWith()).containsExactlyInAnyOrder("user:anna@example.com", "user:boris@example.com");
		assertThat(pages.get(page).body()).contains("anna@example.com", "boris@example.com");
		String other = location(pages, "/reports", Map.of("month", "2025-11", "place", "DRIVE"));
		await().until(() -> this.reports.get(id(other)).isReady());
		assertThat(this.reports.get(id(other)).name()).isNotEqualTo(file.name());
		pages.post(page + "/revoke", Map.of());
		assertThat(file.sharedWith()).isEmpty();
		assertThat(isShared(this.reports.get(id(other)).name())).isTrue();
		assertThat(pages.post("/reports", Map.of("month", "2025-11", "place", "DRIVE", "readers", "anna")).body())
			.contains("Enter e-mail addresses");
	}

	private void tryAgain(Report report) {
		this.database.jdbc().sql("UPDATE reports SET withdraw_after = now() WHERE id = ?").param(report.id()).update();
		this.withdrawals.run();
	}

	@Test
	@Order(20)
	void showsTheProblemWithDrive() {
		google.revokeKey();
		google.forgetTokens();
		Answer answer = editor().get(MARCH);
		assertThat(answer.status()).isEqualTo(502);
		assertThat(answer.json().size()).isEqualTo(2);
		assertThat(answer.json().get("cause").asString()).isEqualTo("key_refused");
		assertThat(answer.error()).isEqualTo("google drive did not accept the report");
		Pages pages = new Pages(this.api).signIn(TestAccount.EDITOR);
		String page = location(pages, "/reports", Map.of("month", "2026-03", "place", "DRIVE"));
		await().until(() -> this.reports.get(id(page)).state() == ReportState.FAILED);
		assertThat(pages.get(page).body())
			.contains("Google rejected the key of the service account", "step 4", "Try again")
			.doesNotContain("Nothing was changed");
	}

	private static String location(Pages pages, String path, Map<String, String> form) {
		String location = pages.post(path, form).headers().firstValue("Location").orElseThrow();
		return location.substring(location.indexOf("/reports/"));
	}

	private static long id(String page) {
		return Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
	}

	private static StoredFile named(String name) {
		return google.files().stream().filter((file) -> file.name().equals(name)).findFirst().orElseThrow();
	}

	private static String text(StoredFile file) {
		return new String(file.content(), StandardCharsets.UTF_8);
	}

	private Api editor() {
		return this.api.as(TestAccount.EDITOR);
	}

}
