package dev.segmentation.report;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.account.password.NewPassword;
import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.report.opening.LinkOpeningService;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.RecordedAct;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The page of a link for people without an account: its button, its password and its
 * maximum number of openings. Each request has its own client address unless a test needs
 * the limits.
 */
@HttpTest
class SharedLinkPageTests {

	private static final AtomicInteger clients = new AtomicInteger();

	private static final String PASSWORD = "correct horse";

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
	Pages editor;

	@BeforeAll
	static void addHistory(@Autowired TestDatabase database) {
		RecordedAct.at(database.jdbc(), "2026-03-01T00:00:00Z", "page", 2L, null).added(5, "BETA", 1, 2);
	}

	@Test
	void saysWhatTheFileIsAndCountsOnlyTheButton() {
		Report report = share(new LinkSettings("March <b>", "Anna at Partner", null), null);
		String page = get(path(report)).body();
		assertThat(page)
			.contains("March &lt;b&gt;", "for Anna at Partner", report.name(), "editor", "SHA-256",
					Objects.requireNonNull(Objects.requireNonNull(report.file()).sha256()))
			.doesNotContain("/reports/", "BETA", "class=\"rail\"", "name=\"password\"");
		assertThat(this.editor.head(path(report)).statusCode()).isEqualTo(200);
		assertThat(opened(report)).isZero();
		String file = location(open(report, UUID.randomUUID(), ""));
		assertThat(opened(report)).isOne();
		HttpResponse<String> download = get(file);
		assertThat(download.statusCode()).isEqualTo(200);
		assertThat(download.body()).contains("1,BETA,added,2026-03-01 00:00:00\n");
		assertThat(download.headers().firstValue("Content-Disposition").orElse("")).contains(report.name());
		assertThat(opened(report)).isOne();
	}

	@Test
	void hasTheChecksumOfTheFile() throws Exception {
		Report report = share(LinkSettings.NONE, null);
		byte[] file = get(location(open(report, UUID.randomUUID(), ""))).body().getBytes(StandardCharsets.UTF_8);
		assertThat(Objects.requireNonNull(report.file()).sha256())
			.isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
	}

	@Test
	void countsAVisitOnceWithinAnHour() {
		Report report = share(new LinkSettings(null, null, 1L), null);
		UUID visit = UUID.randomUUID();
		String file = location(open(report, visit, ""));
		assertThat(location(open(report, visit, ""))).isEqualTo(file);
		assertThat(opened(report)).isOne();
		assertThat(get(file).statusCode()).isEqualTo(200);
		this.database.jdbc()
			.sql("UPDATE report_openings SET opened_at = now() - interval '61 minutes' WHERE report_id = :id")
			.param("id", report.id())
			.update();
		assertThat(get(file).statusCode()).isEqualTo(410);
		assertThat(location(open(report, visit, ""))).isEqualTo(path(report));
		assertThat(get(path(report)).statusCode()).isEqualTo(410);
		assertThat(opened(report)).isOne();
	}

	@Test
	void letsConcurrentVisitsUseUpTheMaximumExactly() throws InterruptedException {
		Report report = share(new LinkSettings(null, null, 5L), null);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<String> visit = () -> location(open(report, UUID.randomUUID(), ""));
			List<String> locations = threads.invokeAll(Collections.nCopies(20, visit))
				.stream()
				.map((answer) -> answer.resultNow())
				.toList();
			assertThat(locations).filteredOn((location) -> !location.equals(path(report)))
				.hasSize(5)
				.doesNotHaveDuplicates();
		}
		assertThat(opened(report)).isEqualTo(5);
		assertThat(this.openings.page(report.id(), null, 100).items()).hasSize(5);
		assertThat(get(path(report)).body()).contains("opened as often as allowed");
		assertThat(this.editor.get(report.url()).body()).contains("5 of 5", "Share again");
		assertThat(this.editor.get("/reports").body()).contains("Used up");
		this.editor.post(report.url() + "/link", Map.of("most", "6"));
		assertThat(get(path(report)).statusCode()).isEqualTo(200);
	}

	@Test
	void oneVisitCountsOnceWhenItIsSentTwiceAtOnce() throws InterruptedException {
		Report report = share(new LinkSettings(null, null, 2L), null);
		UUID visit = UUID.randomUUID();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<String> click = () -> location(open(report, visit, ""));
			assertThat(threads.invokeAll(Collections.nCopies(10, click))).extracting((answer) -> answer.resultNow())
				.containsOnly(location(open(report, visit, "")));
		}
		assertThat(opened(report)).isOne();
	}

	@Test
	void asksForThePassword() {
		Report report = share(LinkSettings.NONE, PASSWORD);
		assertThat(get(path(report)).body()).contains("type=\"password\"");
		HttpResponse<String> wrong = open(report, UUID.randomUUID(), "wrong horse");
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("The password is wrong.").doesNotContain("wrong horse");
		assertThat(open(report, UUID.randomUUID(), "").statusCode()).isEqualTo(422);
		assertThat(opened(report)).isZero();
		assertThat(get(location(open(report, UUID.randomUUID(), PASSWORD))).statusCode()).isEqualTo(200);
		assertThat(this.database.jdbc()
			.sql("SELECT password_hash FROM reports WHERE id = :id")
			.param("id", report.id())
			.query(String.class)
			.single()).startsWith("{argon2}").doesNotContain(PASSWORD);
		assertThat(this.editor.get(report.url()).body()).contains("Required").doesNotContain("argon2", PASSWORD);
	}

	@Test
	void showsTheFirstLinesAsAnOpeningOfTheVisit() {
		Report report = share(new LinkSettings(null, null, 1L), PASSWORD);
		assertThat(get(path(report)).body()).contains("id=\"preview\"");
		String visit = UUID.randomUUID().toString();
		Map<String, String> form = Map.of("visit", visit, "preview", "true");
		assertThat(post(path(report), client(), form).statusCode()).isEqualTo(422);
		assertThat(opened(report)).isZero();
		Map<String, String> correct = Map.of("visit", visit, "preview", "true", "password", PASSWORD);
		String page = post(path(report), client(), correct).body();
		assertThat(page).contains("The first 3 lines", "1,BETA,added,2026-03-01 00:00:00\n2,BETA,added");
		assertThat(opened(report)).isOne();
		String file = page.substring(page.indexOf("/shared/", page.indexOf("id=\"open\"")));
		assertThat(get(file.substring(0, file.indexOf('"'))).statusCode()).isEqualTo(200);
		assertThat(post(path(report), client(), correct).body()).contains("The first 3 lines");
		assertThat(opened(report)).isOne();
		Map<String, String> other = Map.of("visit", UUID.randomUUID().toString(), "preview", "true", "password",
				PASSWORD);
		assertThat(post(path(report), client(), other).body()).doesNotContain("The first 3 lines");
	}

	@Test
	void limitsGuessesOfANetworkAndNotOfOthers() {
		Report report = share(LinkSettings.NONE, PASSWORD);
		for (int guess = 0; guess < 5; guess++) {
			assertThat(openFrom("203.0.113.60", report, "guess " + guess).body()).contains("The password is wrong.");
		}
		assertThat(openFrom("203.0.113.60", report, PASSWORD).body()).contains("Too many wrong passwords");
		assertThat(openFrom("203.0.113.61", report, PASSWORD).statusCode()).isEqualTo(302);
		assertThat(opened(report)).isOne();
	}

	@Test
	void limitsConcurrentGuesses() throws InterruptedException {
		Report report = share(LinkSettings.NONE, PASSWORD);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<HttpResponse<String>> guess = () -> openFrom("203.0.113.70", report, "a guess");
			long checked = threads.invokeAll(Collections.nCopies(20, guess))
				.stream()
				.filter((answer) -> answer.resultNow().body().contains("The password is wrong."))
				.count();
			assertThat(checked).isLessThanOrEqualTo(5);
		}
	}

	@Test
	void limitsGuessesOfManyNetworks() {
		Report report = share(LinkSettings.NONE, PASSWORD);
		int checked = 0;
		while (checked < 200 && open(report, UUID.randomUUID(), "a guess").body().contains("The password is wrong.")) {
			checked++;
		}
		assertThat(checked).isBetween(100, 110);
		assertThat(open(report, UUID.randomUUID(), PASSWORD).body()).contains("Too many wrong passwords");
	}

	@Test
	void changesAndRemovesThePassword() {
		Report report = share(LinkSettings.NONE, PASSWORD);
		assertThat(this.editor.post(report.url() + "/link", Map.of("password", "short")).body())
			.contains("at least 8 characters");
		this.editor.post(report.url() + "/link", Map.of("password", ""));
		assertThat(open(report, UUID.randomUUID(), PASSWORD).statusCode()).isEqualTo(302);
		this.editor.post(report.url() + "/link", Map.of("password", "another horse"));
		assertThat(open(report, UUID.randomUUID(), PASSWORD).statusCode()).isEqualTo(422);
		assertThat(open(report, UUID.randomUUID(), "another horse").statusCode()).isEqualTo(302);
		this.editor.post(report.url() + "/link", Map.of("unlock", "true"));
		assertThat(open(report, UUID.randomUUID(), "").statusCode()).isEqualTo(302);
	}

	@Test
	void endsEarlierDownloadsWithANewPassword() {
		Report report = share(LinkSettings.NONE, null);
		UUID visit = UUID.randomUUID();
		String file = location(open(report, visit, ""));
		assertThat(get(file).statusCode()).isEqualTo(200);
		this.editor.post(report.url() + "/link", Map.of("password", PASSWORD));
		assertThat(get(file).statusCode()).isEqualTo(410);
		String again = location(open(report, visit, PASSWORD));
		assertThat(again).isNotEqualTo(file);
		assertThat(get(again).statusCode()).isEqualTo(200);
	}

	@Test
	void endsDownloadsBeyondALowerMaximum() {
		Report report = share(LinkSettings.NONE, null);
		String first = location(open(report, UUID.randomUUID(), ""));
		String second = location(open(report, UUID.randomUUID(), ""));
		this.editor.post(report.url() + "/link", Map.of("most", "1"));
		assertThat(get(first).statusCode()).isEqualTo(200);
		assertThat(get(second).statusCode()).isEqualTo(410);
		assertThat(this.editor.get(report.url()).body()).contains("2 of 1", "Used up").doesNotContain("report-ready");
		assertThat(this.editor.get("/reports?status=USED_UP").body()).contains(report.url() + "\"");
		assertThat(this.editor.get("/reports?status=LIVE").body()).doesNotContain(report.url() + "\"");
	}

	@Test
	void letsAnOfficeOpenAndDownloadInParts() {
		Report report = share(LinkSettings.NONE, null);
		String file = "";
		for (int reader = 0; reader < 40; reader++) {
			assertThat(stranger().get(path(report), "X-Forwarded-For", "203.0.113.90").statusCode()).isEqualTo(200);
			file = location(openFrom("203.0.113.90", report, ""));
		}
		for (int part = 0; part < 40; part++) {
			assertThat(stranger().get(file, "X-Forwarded-For", "203.0.113.90", "Range", "bytes=0-3").statusCode())
				.isEqualTo(206);
		}
	}

	@Test
	void asksForAMissingPasswordWithoutCountingIt() {
		Report report = share(LinkSettings.NONE, PASSWORD);
		for (int attempt = 0; attempt < 10; attempt++) {
			HttpResponse<String> answer = openFrom("203.0.113.80", report, "");
			assertThat(answer.statusCode()).isEqualTo(422);
			assertThat(answer.body()).contains("Enter the password.");
		}
		assertThat(openFrom("203.0.113.80", report, PASSWORD).statusCode()).isEqualTo(302);
	}

	@Test
	void acceptsComposedAndDecomposedLetters() {
		Report report = share(LinkSettings.NONE, "cafe\u0301 horse");
		assertThat(open(report, UUID.randomUUID(), "caf\u00e9 horse").statusCode()).isEqualTo(302);
		assertThat(open(report, UUID.randomUUID(), "cafe\u0301 horse").statusCode()).isEqualTo(302);
		assertThat(open(report, UUID.randomUUID(), "cafe horse").statusCode()).isEqualTo(422);
	}

	@Test
	void saysWhenTheNextPasswordMayBeTried() {
		Report report = share(LinkSettings.NONE, PASSWORD);
		for (int guess = 0; guess < 5; guess++) {
			openFrom("203.0.113.81", report, "guess " + guess);
		}
		for (int guess = 0; guess < 2; guess++) {
			HttpResponse<String> answer = openFrom("203.0.113.81", report, PASSWORD);
			assertThat(answer.statusCode()).isEqualTo(429);
			assertThat(answer.headers().firstValue("Retry-After").orElse("")).matches("[1-9][0-9]*");
		}
		assertThat(this.editor.get(report.url()).body()).containsOnlyOnce("Too many wrong passwords");
	}

	@Test
	void speaksToAStranger() {
		Report report = share(LinkSettings.NONE, null);
		String file = location(open(report, UUID.randomUUID(), ""));
		for (String wrong : List.of(path(report).replaceFirst("/[^/]{43}", "/" + "A".repeat(43)),
				file.replaceFirst("/[^/]{43}", "/" + "A".repeat(43)), file.replaceFirst("/\\d+/", "/" + 999_999 + "/"),
				path(report) + "/" + report.name())) {
			assertStranger(get(wrong), 404, "This link doesn’t work");
		}
		this.reports.revoke(report.id(), Accounts.EDITOR);
		assertStranger(get(path(report)), 410, "This link no longer works");
		assertStranger(get(file), 410, "This link no longer works");
		assertStranger(open(report, UUID.randomUUID(), ""), 410, "This link no longer works");
		assertThat(get(path(report), "Accept-Language", "ru").body()).contains("Эта ссылка больше не работает");
		assertThat(get("/shared/1/short").body()).contains("Check whether you copied the whole address")
			.doesNotContain("search above", "dashboard");
	}

	private static void assertStranger(HttpResponse<String> answer, int status, String title) {
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.body()).contains(title).doesNotContain("search above", "dashboard", "href=\"/\"", "BETA");
	}

	@Test
	void survivesNastyForms() {
		Report report = share(LinkSettings.NONE, null);
		for (String visit : List.of("x", "", "0", "'; DROP TABLE reports", "\u0000")) {
			assertThat(post(path(report), client(), Map.of("visit", visit)).statusCode()).as(visit).isLessThan(500);
		}
		assertThat(post(path(report), client(), Map.of("password", "x".repeat(10_000))).statusCode()).isLessThan(500);
	}

	private Report share(LinkSettings settings, @Nullable String password) {
		NewReport request = new NewReport(ReportPlace.LINK, Duration.ofDays(7), "", HistoryFilter.all(),
				CsvLayout.PLAIN);
		long id = this.reports
			.start(request, settings, (password != null) ? new NewPassword(password) : null, Accounts.EDITOR)
			.id();
		await().until(() -> this.reports.get(id).isReady());
		return this.reports.get(id);
	}

	private String path(Report report) {
		return this.links.path(report);
	}

	private long opened(Report report) {
		return this.reports.get(report.id()).opened();
	}

	private HttpResponse<String> get(String path, String... headers) {
		String[] all = Stream.concat(Stream.of("X-Forwarded-For", client()), Arrays.stream(headers))
			.toArray(String[]::new);
		return stranger().get(path, all);
	}

	private HttpResponse<String> open(Report report, UUID visit, String password) {
		return post(path(report), client(), Map.of("visit", visit.toString(), "password", password));
	}

	private HttpResponse<String> openFrom(String address, Report report, String password) {
		return post(path(report), address, Map.of("visit", UUID.randomUUID().toString(), "password", password));
	}

	/** A browser that refuses cookies. */
	private HttpResponse<String> post(String path, String address, Map<String, String> form) {
		String fields = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return stranger().postWithoutToken(path, fields, "X-Forwarded-For", address);
	}

	private Pages stranger() {
		return new Pages(this.api, HttpClient.newHttpClient());
	}

	private static String client() {
		int client = clients.incrementAndGet();
		return "198.18.%d.%d".formatted(client / 200, client % 200);
	}

	private static String location(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		return Pattern.compile("^https?://[^/]+")
			.matcher(answer.headers().firstValue("Location").orElseThrow())
			.replaceFirst("");
	}

}
