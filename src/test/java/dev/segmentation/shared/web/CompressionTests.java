package dev.segmentation.shared.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.RecordedAct;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests which answers are compressed for clients that accept gzip.
 */
@HttpTest
class CompressionTests {

	private static final String[] GZIP = { "Accept-Encoding", "gzip" };

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	private final HttpClient http = HttpClient.newHttpClient();

	@Test
	void compressesLongJson() throws Exception {
		JdbcClient jdbc = this.database.jdbc();
		jdbc.sql("INSERT INTO segments (name) SELECT 'GZIP-' || n FROM generate_series(1, 1000) AS n").update();
		long user = jdbc.sql("INSERT INTO users (login, email) VALUES ('gzip', 'gzip@example.com') RETURNING id")
			.query(Long.class)
			.single();
		jdbc.sql(
				"INSERT INTO memberships (user_id, segment_id) SELECT ?, s.id FROM begin_act('api', 1, NULL), segments AS s")
			.param(user)
			.update();
		assertCompressed("/api/v1/segments/");
		assertCompressed("/api/v1/users/active_segments?user_id=" + user);
	}

	@Test
	void compressesCsv() throws Exception {
		RecordedAct.at(this.database.jdbc(), "2026-03-01T00:00:00Z", "page", 2L, null).added(5, "BETA", 1, 2);
		assertCompressed("/api/v1/reports/file?year=2026&month=3");
	}

	/**
	 * A first visit takes at most 75 KB of styles and 60 KB of scripts.
	 */
	@Test
	void compressesStylesAndScripts() throws Exception {
		String page = this.api.callBytes("GET", "/login", null).body();
		assertThat(compressedSizes(page, "<link rel=\"stylesheet\" href=\"([^\"]+)\"")).isBetween(1, 75_000);
		assertThat(compressedSizes(page, "<script src=\"([^\"]+)\"")).isBetween(1, 60_000);
	}

	private int compressedSizes(String page, String links) throws Exception {
		int size = 0;
		for (MatchResult link : Pattern.compile(links).matcher(page).results().toList()) {
			size += get(link.group(1), GZIP).body().length;
		}
		return size;
	}

	@Test
	void sendsShortJsonAsItIs() {
		Answer answer = this.api.as(TestAccount.VIEWER).call("GET", "/segments/?limit=1", null, GZIP);
		assertThat(answer.header("Content-Encoding")).isEmpty();
		assertThat(answer.header("Content-Length")).isEqualTo("" + answer.body().length());
	}

	@Test
	void neverCompressesTokens() {
		String body = "{\"login\": \"viewer\", \"password\": \"%s\"}".formatted(TestAccount.PASSWORD);
		Answer answer = this.api.call("POST", "/users/sign-in", body, GZIP);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Encoding")).isEmpty();
		assertThat(answer.header("Content-Length")).isEqualTo("" + answer.body().length());
		assertThat(this.api.callBytes("GET", "/login", null, GZIP).header("Content-Encoding")).isEmpty();
	}

	private void assertCompressed(String path) throws Exception {
		HttpResponse<byte[]> plain = get(path);
		HttpResponse<byte[]> compressed = get(path, GZIP);
		assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
		assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
		assertThat(unzip(compressed.body())).isEqualTo(new String(plain.body(), StandardCharsets.UTF_8));
	}

	private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.api.root() + path))
			.header("Authorization", "Bearer " + this.api.as(TestAccount.VIEWER).token());
		return this.http.send(((headers.length > 0) ? request.headers(headers) : request).build(),
				HttpResponse.BodyHandlers.ofByteArray());
	}

	private static String unzip(byte[] compressed) throws IOException {
		try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
