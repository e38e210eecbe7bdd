package dev.segmentation.report;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.report.opening.LinkOpeningService;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.RecordedAct;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/**
 * The name, the recipient and the end of links, sharing again, and the trace of all that.
 */
@HttpTest
class LinkChangeTests {

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

	@Autowired
	Pages viewer;

	private Report report;

	@BeforeEach
	void share() {
		NewReport request = new NewReport(ReportPlace.LINK, Duration.ofDays(7), "", HistoryFilter.all(),
				CsvLayout.PLAIN);
		this.report = ready(this.reports.start(request, Accounts.EDITOR).id());
	}

	@Test
	void hasANameAndARecipient() {
		Map<String, String> form = Map.of("title", " Q3 <b>& more</b> ", "recipient", "Anna at Partner");
		assertRedirect(this.editor.post(this.report.url() + "/link", form));
		assertThat(report().link()).isEqualTo(new LinkSettings("Q3 <b>& more</b>", "Anna at Partner", null));
		String page = this.editor.get(this.report.url()).body();
		assertThat(page).contains("Q3 &lt;b&gt;&amp; more&lt;/b&gt;", "Anna at Partner", "Link settings changed")
			.doesNotContain("<b>&amp; more");
		assertThat(this.editor.get("/reports?q=anna+at").body()).contains(this.report.url() + "\"",
				"for Anna at Partner");
		assertThat(this.editor.get(this.report.url() + "/link").body()).contains("value=\"Anna at Partner\"");
		this.editor.post(this.report.url() + "/link", Map.of("title", " ", "recipient", ""));
		assertThat(report().link()).isEqualTo(LinkSettings.NONE);
	}

	@Test
	void doesNotOverwriteTheSettingsOfAnotherTab() {
		String form = this.editor.get(this.report.url() + "/link").body();
		assertThat(form).contains("name=\"version\" value=\"0\"");
		assertRedirect(this.editor.post(this.report.url() + "/link",
				Map.of("title", "first", "most", "3", "password", "correct horse", "version", "0")));
		HttpResponse<String> late = this.editor.post(this.report.url() + "/link",
				Map.of("title", "second", "version", "0"));
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("Your changes aren’t saved yet", "name first", "value=\"second\"",
				"name=\"version\" value=\"1\"");
		assertThat(report().link().title()).isEqualTo("first");
		assertRedirect(this.editor.post(this.report.url() + "/link",
				Map.of("title", "second", "unlock", "true", "version", "1")));
		String trace = this.editor.get(this.report.url()).body();
		assertThat(trace.substring(trace.indexOf("class=\"trace\""))).containsSubsequence("Link settings changed",
				"name", "password removed", "maximum number of openings", "Link settings changed", "name",
				"password set", "maximum number of openings");
	}

	@Test
	void showsTheNameBeforeTheFile() {
		this.editor.post(this.report.url() + "/link", Map.of("title", "Third quarter"));
		assertThat(this.editor.get(this.report.url()).body()).contains("<bdi>Third quarter</bdi></h1>",
				this.report.name());
		assertThat(this.editor.get(this.report.url() + "/revoke").body()).contains("Revoke Third quarter?",
				this.report.name());
		assertThat(this.editor.get(this.report.url() + "/extend").body()).contains("<bdi>Third quarter</bdi></a>");
		assertThat(this.editor.get("/reports/selected/revoke?reports=" + this.report.id()).body())
			.contains("Third quarter", this.report.name());
	}

	@Test
	void refusesLongNames() {
		HttpResponse<String> answer = this.editor.post(this.report.url() + "/link", Map.of("title", "x".repeat(101)));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("At most 100 characters");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void isExtendedAndKeepsItsLink(boolean page) {
		this.database.jdbc()
			.sql("UPDATE reports SET page = :page WHERE id = :id")
			.param("page", page)
			.param("id", this.report.id())
			.update();
		this.report = report();
		String path = path(this.report);
		Instant before = Objects.requireNonNull(this.report.expiresAt());
		assertRedirect(extend(Map.of("change", "LATER", "by", "2 weeks")));
		assertThat(report().expiresAt()).isEqualTo(before.plus(14, ChronoUnit.DAYS));
		assertThat(path(report())).isEqualTo(path);
		assertThat(this.editor.get(this.report.url()).body()).contains("End changed to");
		assertRedirect(extend(Map.of("change", "AFTER", "ttl", "2h")));
		assertThat(report().expiresAt()).isCloseTo(Instant.now().plus(2, ChronoUnit.HOURS),
				within(1, ChronoUnit.MINUTES));
		LocalDateTime date = LocalDateTime.now(ZoneOffset.UTC).plusDays(30).truncatedTo(ChronoUnit.MINUTES);
		assertRedirect(extend(Map.of("change", "AT", "until", date.toString())));
		assertThat(report().expiresAt()).isEqualTo(date.toInstant(ZoneOffset.UTC));
		assertThat(path(report())).isEqualTo(path);
		assertThat(status(path)).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "LATER, by, 400 days, by-error", "LATER, by, soon, by-error", "LATER, by, , by-error",
			"AFTER, ttl, 366d, ttl-error", "AT, until, 2020-01-01T00:00, until-error", "AT, until, , until-error",
			"NEVER, by, 1d, change-error", "'', by, 1d, change-error" })
	void refusesEndsOutOfRange(String change, String field, String value, String error) {
		HttpResponse<String> answer = extend(Map.of("change", change, field, (value != null) ? value : ""));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("id=\"" + error + "\"");
		assertThat(report().expiresAt()).isEqualTo(this.report.expiresAt());
	}

	@Test
	void cannotChangeAnEndedReport() {
		this.reports.revoke(this.report.id(), Accounts.EDITOR);
		for (String path : List.of("/extend", "/link", "/revoke", "/again", "/file")) {
			assertThat(assertRedirect(this.editor.get(this.report.url() + path))).as(path).endsWith(this.report.url());
			assertThat(this.editor.get(this.report.url()).body()).as(path)
				.contains("Nothing was changed: the report has ended", "The report was revoked on", "by editor.");
		}
		assertThat(assertRedirect(extend(Map.of("change", "LATER", "by", "1d")))).endsWith(this.report.url());
		assertThat(assertRedirect(this.editor.post(this.report.url() + "/link", Map.of("title", "x"))))
			.endsWith(this.report.url());
		assertThat(assertRedirect(this.editor.post(this.report.url() + "/revoke", Map.of())))
			.endsWith(this.report.url());
		assertThat(this.editor.get(this.report.url()).body()).contains("Nothing was changed");
		assertThat(this.editor.get(this.report.url()).body()).doesNotContain("/extend", "/link\"");
	}

	@Test
	void asksWhatToDoWithTheLinkWhenSharedAgain() {
		assertThat(this.editor.get(this.report.url()).body()).contains("href=\"" + this.report.url() + "/again\"");
		assertThat(this.editor.get(this.report.url() + "/again").body()).contains("Extend this link",
				"New link with the current history");
		HttpResponse<String> unanswered = this.editor.post(this.report.url() + "/again", Map.of());
		assertThat(unanswered.statusCode()).isEqualTo(422);
		assertThat(unanswered.body()).contains("Choose an option.");
		assertRedirect(this.editor.post(this.report.url() + "/again", Map.of("way", "EXTEND", "by", "3d")));
		assertThat(report().expiresAt())
			.isEqualTo(Objects.requireNonNull(this.report.expiresAt()).plus(3, ChronoUnit.DAYS));
		assertThat(this.editor.post(this.report.url() + "/again", Map.of("way", "EXTEND", "by", "")).body())
			.contains("id=\"by-error\"");
		assertThat(count("revoked_at IS NULL AND id >= " + this.report.id())).isOne();
	}

	@Test
	void getsANewLinkThatReplacesTheOldOne() {
		this.editor.post(this.report.url() + "/link",
				Map.of("title", "Q3", "recipient", "Anna", "most", "9", "password", "correct horse"));
		RecordedAct.at(this.database.jdbc(), "2026-03-01T00:00:00Z", "page", 2L, null).added(5, "LATER", 1);
		String location = assertRedirect(this.editor.post(this.report.url() + "/again", Map.of("way", "RENEW")));
		Report renewed = ready(Long.parseLong(location.substring(location.lastIndexOf('/') + 1)));
		assertThat(renewed.link()).isEqualTo(new LinkSettings("Q3", "Anna", 9L));
		assertThat(renewed.name()).isEqualTo(this.report.name());
		assertThat(renewed.locked()).isTrue();
		assertThat(this.editor.get(renewed.url() + "/file").body()).contains("LATER");
		await().until(() -> report().state() == ReportState.REPLACED);
		assertThat(status(path(this.report))).isEqualTo(410);
		assertThat(count("id = %d AND EXISTS (SELECT FROM report_pieces AS p WHERE p.report_id = reports.id)"
			.formatted(this.report.id()))).isZero();
		assertThat(this.editor.get(this.report.url()).body()).contains("href=\"" + renewed.url() + "\"", "Replaced",
				"Shared again as a new report");
		assertThat(this.database.jdbc()
			.sql("SELECT count(*) FROM audit_events WHERE kind = 'LINK_REVOKED' AND account_id = 2")
			.query(Long.class)
			.single()).isPositive();
	}

	@Test
	void keepsTheOldLinkUntilTheNewOneIsReady() {
		this.database.jdbc().sql("ALTER TABLE report_pieces RENAME TO lost").update();
		String location;
		try {
			location = assertRedirect(this.editor.post(this.report.url() + "/again", Map.of("way", "RENEW")));
			await().until(() -> this.reports.get(id(location)).state() == ReportState.FAILED);
		}
		finally {
			this.database.jdbc().sql("ALTER TABLE lost RENAME TO report_pieces").update();
		}
		assertThat(report().isReady()).isTrue();
		assertThat(status(path(this.report))).isEqualTo(200);
		assertThat(this.editor.get(this.report.url()).body()).contains("A new link is being prepared");
		this.editor.post("/reports/" + id(location) + "/again", Map.of());
		ready(id(location));
		await().until(() -> report().state() == ReportState.REPLACED);
		assertThat(this.editor.get("/reports/" + id(location)).body()).contains("Tried again");
	}

	@Test
	void warnsBeforeASecondLinkToTheSameHistory() {
		String location = assertRedirect(
				this.editor.post("/reports", Map.of("place", "LINK", "month", "2026-05", "title", "May")));
		ready(id(location));
		assertThat(this.editor.get("/reports/new?month=2026-05").body()).contains("id=\"live\"", "already shared",
				"May");
		assertThat(this.editor.get("/reports/new?month=2026-06").body()).doesNotContain("id=\"live\"");
		this.database.jdbc()
			.sql("UPDATE reports SET max_openings = 1, opened = 1 WHERE id = :id")
			.param("id", id(location))
			.update();
		assertThat(this.editor.get("/reports/new?month=2026-05").body()).doesNotContain("id=\"live\"");
		for (int copy = 0; copy < 7; copy++) {
			ready(id(assertRedirect(this.editor.post("/reports", Map.of("place", "LINK", "month", "2026-05")))));
		}
		assertThat(this.editor.get("/reports/new?month=2026-05").body()).contains("id=\"live\"", "and 2 more");
	}

	@Test
	void tracesWhatHappened() {
		this.openings.open(this.report.id(), UUID.randomUUID(), "198.51.100.7", "curl/8");
		extend(Map.of("change", "LATER", "by", "1d"));
		this.editor.post(this.report.url() + "/revoke", Map.of());
		String page = this.viewer.get(this.report.url()).body();
		List<String> order = List.of("Revoked</span>", "End changed to", "Opened by the link", "Shared by link");
		assertThat(page.substring(page.indexOf("class=\"trace\""))).containsSubsequence(order)
			.contains("198.51.100.0/24 · curl", "Show 1 opening", ">editor<");
	}

	@Test
	void isForEditorsOnly() {
		for (String path : List.of("/link", "/extend", "/again")) {
			assertThat(this.viewer.get(this.report.url() + path).statusCode()).isEqualTo(403);
			assertThat(this.viewer.post(this.report.url() + path, Map.of()).statusCode()).isEqualTo(403);
		}
		assertThat(this.viewer.get(this.report.url()).body()).doesNotContain("/extend", "/again", "/link\"");
	}

	private HttpResponse<String> extend(Map<String, String> form) {
		return this.editor.post(this.report.url() + "/extend", form);
	}

	private static String assertRedirect(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		return answer.headers().firstValue("Location").orElseThrow();
	}

	private static long id(String location) {
		return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
	}

	private Report ready(long id) {
		await().until(() -> this.reports.get(id).isReady());
		return this.reports.get(id);
	}

	private Report report() {
		return this.reports.get(this.report.id());
	}

	private String path(Report shared) {
		return this.links.path(shared);
	}

	private int status(String path) {
		return this.api.callBytes("HEAD", path, null, "Accept", "text/html", "X-Forwarded-For", "198.51.100.99")
			.status();
	}

	private long count(String condition) {
		return this.database.jdbc().sql("SELECT count(*) FROM reports WHERE " + condition).query(Long.class).single();
	}

}
