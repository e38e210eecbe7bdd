package dev.segmentation.report;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.RecordedAct;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Links of earlier versions to the files of reports, which have no page.
 */
@HttpTest
class ShareLinkTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	ReportService reports;

	@Autowired
	ReportLinks links;

	@Autowired
	PurgeReports purge;

	@Test
	void answersTheSameFileWithoutAnAccount() {
		RecordedAct.at(this.database.jdbc(), "2026-03-01T00:00:00Z", "page", 2L, null).added(5, "BETA", 1, 2);
		Report report = share();
		Answer first = open(report);
		assertThat(first.status()).isEqualTo(200);
		assertThat(first.body()).contains("1,BETA,added,2026-03-01 00:00:00\n").contains("2,BETA,added");
		assertThat(first.header("Content-Type")).startsWith("text/csv");
		assertThat(first.header("Content-Disposition")).isEqualTo("attachment; filename=\"report_2026_3.csv\"");
		assertThat(first.header("Content-Length")).isEqualTo("" + Objects.requireNonNull(report.file()).bytes())
			.isEqualTo("" + first.body().length());
		assertThat(first.header("Cache-Control")).contains("no-store");
		assertThat(first.header("X-Robots-Tag")).isEqualTo("noindex");
		assertThat(first.header("Set-Cookie")).isEmpty();
		RecordedAct.at(this.database.jdbc(), "2026-03-02T00:00:00Z", "page", 2L, null).added(5, "BETA", 3);
		assertThat(open(report).body()).isEqualTo(first.body());
		assertThat(open(share()).body()).contains("3,BETA,added");
	}

	@Test
	void countsDownloadsButNotHeadRequests() {
		Report report = share();
		open(report);
		open(report);
		assertThat(this.api.callBytes("HEAD", path(report), null).status()).isEqualTo(200);
		Report now = this.reports.get(report.id());
		assertThat(now.opened()).isEqualTo(2);
		assertThat(now.openedAt()).isAfterOrEqualTo(report.createdAt());
	}

	@Test
	void isNotFoundWithAWrongSignature() {
		Report report = share();
		Report other = share();
		String signature = path(report).split("/")[3];
		for (String path : List.of(path(report).replace(signature, path(other).split("/")[3]),
				path(report).replace(signature, "A".repeat(43)), path(report).replace(signature, signature + "A"),
				path(report).replace("/shared/" + report.id(), "/shared/" + Long.MAX_VALUE),
				"/shared/" + report.id())) {
			assertThat(this.api.callBytes("GET", path, null, "Accept", "text/html").status()).as(path).isEqualTo(404);
		}
		assertThat(this.api.callBytes("POST", path(report), null).status()).isEqualTo(405);
	}

	@Test
	void onlyHoldersOfALinkUseUpItsLimit() {
		String path = path(share());
		String wrong = path.replace(path.split("/")[3], "A".repeat(43));
		for (int call = 0; call < 330; call++) {
			assertThat(head(wrong, call)).isEqualTo(404);
		}
		int opened = 0;
		while (head(path, 330 + opened) == 200 && opened < 3000) {
			opened++;
		}
		assertThat(opened).isBetween(1000, 2999);
	}

	/** No address reaches its own limit. */
	private int head(String path, int call) {
		return this.api.callBytes("HEAD", path, null, "X-Forwarded-For", "198.51.100." + call / 30).status();
	}

	@Test
	void isGoneAfterItWasRevoked() {
		Report report = share();
		Pages editor = new Pages(this.api).signIn(TestAccount.EDITOR);
		assertThat(editor.get(report.url() + "/revoke").body()).contains("The link hasn’t been opened yet");
		assertThat(editor.post(report.url() + "/revoke", Map.of()).statusCode()).isEqualTo(302);
		assertOver(report);
		assertThat(pieces(report)).isZero();
		assertThat(editor.get(report.url() + "/file").statusCode()).isEqualTo(302);
		assertThat(editor.get(report.url()).body()).contains("Revoked").doesNotContain("/shared/");
	}

	@Test
	void isGoneAfterItsExpiryAndItsFileIsDeleted() {
		Report report = share();
		this.database.jdbc()
			.sql("UPDATE reports SET expires_at = now() - interval '1 second' WHERE id = :id")
			.param("id", report.id())
			.update();
		assertOver(this.reports.get(report.id()));
		this.purge.purge();
		assertThat(pieces(report)).isZero();
		assertThat(this.reports.get(report.id()).state()).isEqualTo(ReportState.EXPIRED);
		this.database.jdbc()
			.sql("UPDATE reports SET expires_at = now() - interval '91 days' WHERE id = :id")
			.param("id", report.id())
			.update();
		this.purge.purge();
		assertThat(this.database.jdbc()
			.sql("SELECT count(*) FROM reports WHERE id = :id")
			.param("id", report.id())
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void isSharedFromTheHistoryPage() {
		Pages editor = new Pages(this.api).signIn(TestAccount.EDITOR);
		assertThat(editor.get("/history?month=2026-03").body()).contains("/reports/new?month=2026-03");
		HttpResponse<String> shared = editor.post("/reports",
				Map.of("month", "2026-03", "place", "LINK", "ttl", "30 days", "separator", "SEMICOLON"));
		assertThat(shared.statusCode()).isEqualTo(302);
		String page = URI.create(shared.headers().firstValue("Location").orElseThrow()).getPath();
		long id = Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
		await().until(() -> this.reports.get(id).isReady());
		Report report = this.reports.get(id);
		assertThat(report.content().kept()).isEqualTo(Duration.ofDays(30));
		assertThat(editor.get(page).body()).contains(this.api.root() + path(report), "March 2026",
				"history_2026-03_UTC.csv");
		assertThat(editor.get("/reports").body()).contains(page, this.api.root() + path(report));
		assertThat(editor.get(page + "/file").body()).startsWith("user-id;segment-name;type;date_utc\n");
	}

	@Test
	void letsEditorsShareAndViewersRead() {
		Report report = share();
		Pages viewer = new Pages(this.api).signIn(TestAccount.VIEWER);
		assertThat(viewer.get("/reports/new").statusCode()).isEqualTo(403);
		assertThat(viewer.post("/reports", Map.of("place", "LINK")).statusCode()).isEqualTo(403);
		assertThat(viewer.post(report.url() + "/revoke", Map.of()).statusCode()).isEqualTo(403);
		assertThat(viewer.post(report.url() + "/again", Map.of()).statusCode()).isEqualTo(403);
		assertThat(viewer.get("/history").body()).doesNotContain("/reports/new");
		assertThat(viewer.get(report.url()).body()).doesNotContain("/shared/", "/revoke");
		assertThat(viewer.get("/reports").body()).contains(report.name()).doesNotContain("/shared/", "data-copy");
		assertThat(viewer.get(report.url() + "/file").body()).isEqualTo(open(report).body());
		assertThat(new Pages(this.api).get("/reports").statusCode()).isEqualTo(302);
		assertThat(new Pages(this.api).get(report.url() + "/file").statusCode()).isEqualTo(302);
	}

	@Test
	void refusesInvalidForms() {
		Pages editor = new Pages(this.api).signIn(TestAccount.EDITOR);
		for (String ttl : List.of("0", "366", "-1", "soon")) {
			HttpResponse<String> answer = editor.post("/reports", Map.of("place", "LINK", "ttl", ttl));
			assertThat(answer.statusCode()).isEqualTo(422);
			assertThat(answer.body()).contains("id=\"ttl-error\"");
		}
		assertThat(editor.post("/reports", Map.of("place", "LINK", "until", "2020-01-01T00:00")).body())
			.contains("id=\"until-error\"");
		assertThat(editor.post("/reports", Map.of("place", "LINK", "title", "x".repeat(101))).body())
			.contains("id=\"title-error\"");
		HttpResponse<String> drive = editor.post("/reports", Map.of("place", "DRIVE"));
		assertThat(drive.statusCode()).isEqualTo(422);
		assertThat(drive.body()).contains("GDRIVE_CREDENTIALS", "id=\"place-error\"");
		assertThat(editor.post("/reports", Map.of("place", "LINK", "segment", "NOBODY")).statusCode()).isEqualTo(422);
	}

	private void assertOver(Report report) {
		Answer answer = open(report);
		assertThat(answer.status()).isEqualTo(410);
		assertThat(answer.body()).contains("This link no longer works").doesNotContain("BETA");
	}

	private long pieces(Report report) {
		return this.database.jdbc()
			.sql("SELECT count(*) FROM report_pieces WHERE report_id = :id")
			.param("id", report.id())
			.query(Long.class)
			.single();
	}

	private Report share() {
		HistoryFilter march = HistoryFilter.all().during(java.time.YearMonth.of(2026, 3));
		Report report = this.reports.start(
				new NewReport(ReportPlace.LINK, Duration.ofDays(7), "?month=2026-03", march, CsvLayout.PLAIN),
				Accounts.EDITOR);
		await().until(() -> this.reports.get(report.id()).isReady());
		this.database.jdbc().sql("UPDATE reports SET page = false WHERE id = :id").param("id", report.id()).update();
		return this.reports.get(report.id());
	}

	private String path(Report report) {
		return this.links.path(report);
	}

	private Answer open(Report report) {
		return this.api.callBytes("GET", path(report), null, "Accept", "text/html");
	}

}
