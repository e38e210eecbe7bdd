package dev.segmentation.report.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.segmentation.shared.web.stream.SpoolSpace;
import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.LongHistory;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
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

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	SpoolSpace space;

	private long held;

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeAll
	static void addHistory(@Autowired TestDatabase database) {
		LongHistory.insert(database.jdbc());
	}

	@AfterEach
	void giveBackAll() {
		giveBack(this.held);
	}

	@Test
	void isComplete() throws Exception {
		try (InputStream body = open().body()) {
			assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8).lines().count())
				.isEqualTo(LongHistory.LINES + 1);
		}
	}

	@Test
	void breaksOffWhenTheDatabaseConnectionEnds() throws Exception {
		List<InputStream> running = openAtTheReadersPace(1);
		try {
			assertThat(LongHistory.endReads(this.database.jdbc())).containsExactly(true);
			assertThatThrownBy(running.getFirst()::readAllBytes).isInstanceOf(IOException.class);
		}
		finally {
			close(running);
			giveBackAll();
		}
		assertThat(this.api.as(TestAccount.VIEWER).get("/reports/file?year=2020&month=1").status()).isEqualTo(200);
	}

	@Test
	void releasesItsConnectionWhenTheClientDisconnects() throws Exception {
		for (int round = 0; round < 4; round++) {
			close(openAtTheReadersPace(3));
			giveBackAll();
			// The server notices it later.
			await().until(() -> copies() == 0);
		}
		assertThat(this.api.as(TestAccount.VIEWER).get("/segments/").status()).isEqualTo(200);
	}

	@Test
	void refusesADownloadWithAHintWhenOthersUseAllSpace() throws Exception {
		List<InputStream> running = openAtTheReadersPace(3);
		try {
			Answer fourth = this.api.as(TestAccount.VIEWER).get("/reports/file?year=2021&month=3");
			assertThat(fourth.status()).isEqualTo(503);
			assertThat(fourth.error()).isEqualTo("too many downloads at once");
			assertThat(fourth.header("Retry-After")).isEqualTo("30");
			HttpResponse<String> page = new Pages(this.api).signIn(TestAccount.EDITOR).get(DOWNLOAD + "&preset=FULL");
			assertThat(page.statusCode()).isEqualTo(503);
			assertThat(page.headers().firstValue("Retry-After")).contains("30");
			assertThat(page.headers().firstValue("Content-Disposition")).isEmpty();
			assertThat(page.body()).contains("Too many downloads at once", "Create in background",
					"/reports/new?month=2021-03&amp;place=FILE&amp;format=CSV&amp;separator=COMMA&amp;mark=false&amp;raw=false&amp;preset=FULL");
			assertThat(new Pages(this.api).signIn(TestAccount.VIEWER).get(DOWNLOAD).body())
				.contains("Too many downloads at once")
				.doesNotContain("/reports/new");
		}
		finally {
			close(running);
			giveBackAll();
		}
		await().until(() -> this.api.as(TestAccount.VIEWER).get("/reports/file?year=2020&month=1").status() == 200);
	}

	@Test
	void answersHeadWithoutReadingTheHistory() throws Exception {
		List<InputStream> running = openAtTheReadersPace(3);
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
	void preparesAReportBesideSlowDownloads() throws Exception {
		Pages editor = new Pages(this.api).signIn(TestAccount.EDITOR);
		List<InputStream> running = openAtTheReadersPace(3);
		try {
			String report = editor.post("/reports?month=2021-02", Map.of("place", "FILE"))
				.headers()
				.firstValue("Location")
				.orElseThrow();
			await().until(() -> editor.get(report + "/file").statusCode() == 200);
			assertThat(editor.head(report + "/file").headers().firstValue("Content-Disposition"))
				.contains("attachment; filename=\"history_2021-02_UTC.csv\"");
			assertThat(copies()).isEqualTo(running.size());
		}
		finally {
			close(running);
		}
	}

	/** Leaves these downloads so little space that the database has to wait for them. */
	private List<InputStream> openAtTheReadersPace(int count) throws Exception {
		await().until(() -> copies() == 0 && this.space.take(SpoolSpace.MAX_BYTES));
		this.held = SpoolSpace.MAX_BYTES;
		List<InputStream> running = new ArrayList<>();
		while (running.size() < count) {
			giveBack(SpoolSpace.PIECE_BYTES);
			HttpResponse<InputStream> response = open();
			// A running download may have taken the space.
			if (response.statusCode() == 200) {
				assertThat(response.body().readNBytes(1000)).hasSize(1000);
				running.add(response.body());
			}
		}
		return running;
	}

	private void giveBack(long bytes) {
		this.space.giveBack(bytes);
		this.held -= bytes;
	}

	private static void close(List<InputStream> streams) throws IOException {
		for (InputStream stream : streams) {
			stream.close();
		}
	}

	private long copies() {
		return LongHistory.reads(this.database.jdbc());
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
