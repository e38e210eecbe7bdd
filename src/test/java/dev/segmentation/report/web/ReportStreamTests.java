package dev.segmentation.report.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
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
		}
		await().until(() -> copies() == 0);
		assertThat(this.api.as(TestAccount.VIEWER).get("/segments/").status()).isEqualTo(200);
	}

	private long copies() {
		return this.database.jdbc().sql("""
				SELECT count(*) FROM pg_stat_activity
				WHERE datname = current_database() AND query LIKE 'COPY%' AND state = 'active'
				""").query(Long.class).single();
	}

	private HttpResponse<InputStream> open() throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.api.root() + PATH))
			.header("Authorization", "Bearer " + this.api.as(TestAccount.VIEWER).token())
			.build();
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofInputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
