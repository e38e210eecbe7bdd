package dev.segmentation.report.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * A download that is larger than all buffers between the database and the client.
 */
@HttpTest
class ReportStreamTests {

	private static final String PATH = "/api/v1/reports/file?year=2021&month=3";

	private static final String DOWNLOAD = "/reports/history.csv?month=2021-03";

	private static final int LINES = 64 * 20_000;

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeEach
	void addHistory() {
		this.database.jdbc().sql("""
				INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids)
				SELECT 1, 1, 'A segment with a name of some length', 'added',
				       TIMESTAMPTZ '2021-03-01T00:00:00Z' + interval '1 second' * block,
				       block, 64, ARRAY(SELECT block * 64 + n FROM generate_series(0, 63) AS n)
				FROM generate_series(1, 20000) AS block
				WHERE NOT EXISTS (SELECT FROM operations WHERE date < '2022-01-01')
				""").update();
	}

	@Test
	void isComplete() throws Exception {
		try (InputStream body = open().body()) {
			assertThat(new String(body.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().count())
				.isEqualTo(LINES + 1);
		}
	}

	@Test
	void breaksOffWhenTheDatabaseConnectionEnds() throws Exception {
		try (InputStream body = open().body()) {
			assertThat(body.readNBytes(1000)).hasSize(1000);
			assertThat(this.database.jdbc().sql("""
					SELECT pg_terminate_backend(pid) FROM pg_stat_activity
					WHERE datname = current_database() AND query LIKE 'COPY%' AND state = 'active'
					""").query(Boolean.class).list()).containsExactly(true);
			assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
		}
		assertThat(this.api.as(TestAccount.VIEWER).get("/reports/file?year=2020&month=1").status()).isEqualTo(200);
	}

	@Test
	void releasesItsConnectionWhenTheClientDisconnects() throws Exception {
		for (int round = 0; round < 12; round++) {
			HttpResponse<InputStream> response = open();
			assertThat(response.body().readNBytes(1000)).hasSize(1000);
			response.body().close();
			// The server notices it later. Only five downloads may run at once.
			await().until(() -> copies() == 0);
		}
		assertThat(this.api.as(TestAccount.VIEWER).get("/segments/").status()).isEqualTo(200);
	}

	@Test
	void refusesASixthDownloadAtOnceWithAHint() throws Exception {
		List<InputStream> running = openFive();
		try {
			Answer sixth = this.api.as(TestAccount.VIEWER).get("/reports/file?year=2021&month=3");
			assertThat(sixth.status()).isEqualTo(503);
			assertThat(sixth.error()).isEqualTo("too many downloads at once");
			assertThat(sixth.header("Retry-After")).isEqualTo("30");
			HttpResponse<String> page = new Pages(this.api).signIn(TestAccount.EDITOR).get(DOWNLOAD + "&detailed=true");
			assertThat(page.statusCode()).isEqualTo(503);
			assertThat(page.headers().firstValue("Retry-After")).contains("30");
			assertThat(page.headers().firstValue("Content-Disposition")).isEmpty();
			assertThat(page.body()).contains("Too many downloads at once", "Create in background",
					"/reports/new?month=2021-03&amp;place=FILE&amp;separator=COMMA&amp;mark=false&amp;detailed=true");
			assertThat(new Pages(this.api).signIn(TestAccount.VIEWER).get(DOWNLOAD).body())
				.contains("Too many downloads at once")
				.doesNotContain("/reports/new");
		}
		finally {
			close(running);
		}
		await().until(() -> this.api.as(TestAccount.VIEWER).get("/reports/file?year=2020&month=1").status() == 200);
	}

	@Test
	void answersHeadWithoutReadingTheHistory() throws Exception {
		List<InputStream> running = openFive();
		try {
			Answer head = this.api.as(TestAccount.VIEWER).call("HEAD", "/reports/file?year=2021&month=3", null);
			assertThat(head.status()).isEqualTo(200);
			assertThat(head.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
			assertThat(new Pages(this.api).signIn(TestAccount.VIEWER).head(DOWNLOAD).statusCode()).isEqualTo(200);
			assertThat(copies()).isEqualTo(running.size());
		}
		finally {
			close(running);
		}
	}

	@Test
	void preparesAReportAfterTheDownloads() throws Exception {
		Pages editor = new Pages(this.api).signIn(TestAccount.EDITOR);
		List<InputStream> running = openFive();
		String report;
		try {
			report = editor.post("/reports?month=2021-02", Map.of("place", "FILE"))
				.headers()
				.firstValue("Location")
				.orElseThrow();
			assertThat(editor.get(report).body()).contains("id=\"task\"");
		}
		finally {
			close(running);
		}
		await().until(() -> editor.get(report + "/file").statusCode() == 200);
		assertThat(editor.head(report + "/file").headers().firstValue("Content-Disposition"))
			.contains("attachment; filename=\"report_2021_2_utc.csv\"");
	}

	private List<InputStream> openFive() throws Exception {
		await().until(() -> copies() == 0);
		List<InputStream> running = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			// One account may run four of them.
			InputStream body = open((i < 3) ? TestAccount.ADMIN : TestAccount.EDITOR).body();
			running.add(body);
			assertThat(body.readNBytes(1000)).hasSize(1000);
		}
		return running;
	}

	private static void close(List<InputStream> streams) throws IOException {
		for (InputStream stream : streams) {
			stream.close();
		}
	}

	private long copies() {
		return this.database.jdbc().sql("""
				SELECT count(*) FROM pg_stat_activity
				WHERE datname = current_database() AND query LIKE 'COPY%' AND state = 'active'
				""").query(Long.class).single();
	}

	private HttpResponse<InputStream> open() throws InterruptedException {
		return open(TestAccount.VIEWER);
	}

	private HttpResponse<InputStream> open(TestAccount account) throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.api.root() + PATH))
			.header("Authorization", "Bearer " + this.api.as(account).token())
			.build();
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofInputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
