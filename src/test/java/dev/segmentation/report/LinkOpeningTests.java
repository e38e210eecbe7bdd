package dev.segmentation.report;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.report.opening.LinkOpening;
import dev.segmentation.report.opening.LinkOpeningService;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.RawHttp;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * The log of downloads by links of earlier versions, which have no page. Each request has
 * its own client address, so the rate limit does not apply.
 */
@HttpTest
class LinkOpeningTests {

	private static final AtomicInteger clients = new AtomicInteger();

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	ReportService reports;

	@Autowired
	ReportLinks links;

	@Autowired
	LinkOpeningService openings;

	@Autowired
	PurgeReports purge;

	private Report report;

	@BeforeEach
	void share() {
		NewReport request = new NewReport(ReportPlace.LINK, Duration.ofDays(7), "", HistoryFilter.all(),
				CsvLayout.PLAIN);
		long id = this.reports.start(request, Accounts.EDITOR).id();
		await().until(() -> this.reports.get(id).isReady());
		this.database.jdbc().sql("UPDATE reports SET page = false WHERE id = :id").param("id", id).update();
		this.report = this.reports.get(id);
	}

	@ParameterizedTest
	@CsvSource({ "198.51.100.77, 198.51.100.0/24", "2001:db8:1:2::77, 2001:db8:1::/48",
			"::ffff:198.51.100.77, 198.51.100.0/24", "unknown," })
	void logsTimeNetworkAndProgram(String address, String network) {
		Instant before = databaseTime();
		callAs(address, "GET", path(), "User-Agent", "curl/8.5.0");
		assertThat(log()).singleElement().satisfies((opening) -> {
			assertThat(opening.openedAt()).isBetween(before, databaseTime());
			assertThat(opening.network()).isEqualTo(network);
			assertThat(opening.program()).isEqualTo("curl");
		});
		assertThat(shown().opened()).isEqualTo(1);
		assertThat(shown().openedAt()).isEqualTo(log().getFirst().openedAt());
	}

	@ParameterizedTest
	@ValueSource(strings = { "203.0.113.7/32", "203.0.113.0/25", "2001:db8:1:2::/64" })
	void cannotStoreAFullAddress(String address) {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.database.jdbc()
			.sql("INSERT INTO report_openings (report_id, number, opened_at, network) "
					+ "VALUES (:id, 1, now(), CAST(:network AS cidr))")
			.param("id", this.report.id())
			.param("network", address)
			.update());
	}

	@Test
	void survivesHostilePrograms() {
		call("GET", path(), "User-Agent", "<script>alert(1)</script>");
		call("GET", path(), "User-Agent", "x".repeat(6_000));
		call("GET", path(), "User-Agent", "");
		RawHttp.send(this.api, "GET", path(), "User-Agent: ev\u0001il\u001b[31m");
		assertThat(RawHttp.send(this.api, "GET", path(), "User-Agent: " + "x".repeat(10_000)).status()).isEqualTo(400);
		assertThat(log()).extracting(LinkOpening::program)
			.allMatch((program) -> program == null || program.matches("[A-Za-z]{1,40}"));
		assertThat(page(TestAccount.VIEWER)).contains("x".repeat(40))
			.contains("Unknown")
			.doesNotContain("alert(1)", "x".repeat(41), "\u001b");
	}

	@Test
	void countsRepeatedRequests() {
		String whole = call("GET", path()).body();
		assertThat(call("GET", path()).body()).isEqualTo(whole);
		assertThat(log()).extracting(LinkOpening::number).containsExactly(2L, 1L);
	}

	@Test
	void countsAFileInPartsOnce() {
		String whole = call("GET", path()).body();
		Answer start = call("GET", path(), "Range", "bytes=0-3");
		Answer rest = call("GET", path(), "Range", "bytes=4-", "If-Range", start.header("ETag"));
		assertThat(List.of(start.status(), rest.status())).containsExactly(206, 206);
		assertThat(start.body() + rest.body()).isEqualTo(whole);
		assertThat(call("GET", path(), "Range", "bytes=100000-").status()).isEqualTo(416);
		assertThat(log()).extracting(LinkOpening::number).containsExactly(2L, 1L);
	}

	@Test
	void ignoresRequestsThatDownloadNothing() {
		assertThat(call("HEAD", path()).status()).isEqualTo(200);
		assertThat(call("POST", path()).status()).isEqualTo(405);
		assertThat(call("GET", path().replace(path().split("/")[3], "A".repeat(43))).status()).isEqualTo(404);
		this.reports.revoke(this.report.id(), Accounts.EDITOR);
		assertThat(call("GET", path()).status()).isEqualTo(410);
		update("revoked_at = NULL, expires_at = now()");
		assertThat(call("GET", this.links.path(shown())).status()).isEqualTo(410);
		assertThat(log()).isEmpty();
		assertThat(shown().opened()).isZero();
	}

	@Test
	void keepsTheOpeningsUntilTheReportIsPurged() {
		call("GET", path(), "User-Agent", "curl/8");
		new Pages(this.api).signIn(TestAccount.EDITOR).post(this.report.url() + "/revoke", Map.of());
		this.purge.purge();
		assertThat(page(TestAccount.VIEWER)).contains("curl");
		update("revoked_at = now() - interval '91 days'");
		this.purge.purge();
		assertThat(log()).isEmpty();
	}

	@Test
	void keepsTheLatestThousand() {
		this.database.jdbc().sql("""
				INSERT INTO report_openings SELECT :id, n, now() FROM generate_series(201, 1200) AS n
				""").param("id", this.report.id()).update();
		update("opened = 1200");
		call("GET", path());
		assertThat(this.openings.page(this.report.id(), null, 2000).items()).extracting(LinkOpening::number)
			.containsExactlyElementsOf(numbers(1201, 202));
		assertThat(page(TestAccount.VIEWER)).contains("1,201", "last 1,000", "?at=", "rel=\"next\"");
	}

	@Test
	void givesSimultaneousOpeningsDifferentNumbers() throws InterruptedException {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<Answer> request = () -> call("GET", path());
			assertThat(threads.invokeAll(Collections.nCopies(20, request)))
				.allMatch((answer) -> answer.resultNow().status() == 200);
		}
		assertThat(log()).extracting(LinkOpening::number).containsExactlyElementsOf(numbers(20, 1));
	}

	@Test
	void sendsNoFileThatItCannotLog() {
		String file = call("GET", path()).body();
		this.database.jdbc().sql("ALTER TABLE report_openings RENAME TO lost").update();
		Answer answer = call("GET", path(), "Accept", "text/html");
		this.database.jdbc().sql("ALTER TABLE lost RENAME TO report_openings").update();
		assertThat(answer.status()).isEqualTo(500);
		assertThat(answer.header("Content-Type")).startsWith("text/html");
		assertThat(answer.header("Content-Disposition")).isEmpty();
		assertThat(answer.body().strip()).endsWith("</html>").doesNotContain(file.strip());
		assertThat(shown().opened()).isEqualTo(1);
		assertThat(call("GET", path()).body()).isEqualTo(file);
	}

	@Test
	void isShownToEveryoneWhoSeesTheLink() {
		assertThat(page(TestAccount.VIEWER)).contains("Nobody has opened this link yet");
		assertThat(page(TestAccount.EDITOR)).contains("Nobody has opened this link yet");
		assertThat(new Pages(this.api).get(openingsPath()).statusCode()).isEqualTo(302);
		Pages viewer = new Pages(this.api).signIn(TestAccount.VIEWER);
		assertThat(viewer.get("/reports").body()).contains(openingsPath());
		assertThat(viewer.get(this.report.url()).body()).contains(openingsPath());
		assertThat(viewer.get(openingsPath(), "HX-Request", "true").body()).startsWith("<div id=\"table\"");
		update("place = 'FILE'");
		assertThat(viewer.get(openingsPath()).statusCode()).isEqualTo(404);
	}

	@Test
	void explainsOpeningsWithoutDetails() {
		update("opened = 5");
		assertThat(page(TestAccount.VIEWER)).contains("No details").doesNotContain("Nobody has opened");
	}

	private void update(String change) {
		this.database.jdbc()
			.sql("UPDATE reports SET " + change + " WHERE id = :id")
			.param("id", this.report.id())
			.update();
	}

	private Answer call(String method, String path, String... headers) {
		int client = clients.incrementAndGet();
		return callAs("198.18.%d.%d".formatted(client / 200, client % 200), method, path, headers);
	}

	private Answer callAs(String address, String method, String path, String... headers) {
		return this.api.callBytes(method, path, null,
				Stream.concat(Stream.of("X-Forwarded-For", address), Stream.of(headers)).toArray(String[]::new));
	}

	private static List<Long> numbers(long newest, long oldest) {
		return LongStream.rangeClosed(oldest, newest).boxed().toList().reversed();
	}

	private String page(TestAccount account) {
		return new Pages(this.api).signIn(account).get(openingsPath()).body();
	}

	private String openingsPath() {
		return this.report.url() + "/openings";
	}

	private String path() {
		return this.links.path(this.report);
	}

	private Report shown() {
		return this.reports.get(this.report.id());
	}

	private List<LinkOpening> log() {
		return this.openings.page(this.report.id(), null, 100).items();
	}

	private Instant databaseTime() {
		return this.database.jdbc().sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
	}

}
