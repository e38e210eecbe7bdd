package dev.segmentation.docker;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SSLParameters;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Imports;
import dev.segmentation.support.LongHistory;
import dev.segmentation.support.Nginx;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * The application behind nginx, as the compose files run it.
 */
@HttpTest
class NginxTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	private Nginx nginx;

	@BeforeEach
	void start(@TempDir Path folder) {
		this.nginx = Nginx.start(folder, List.of(URI.create(this.api.root()).getPort()));
	}

	@AfterEach
	void stop() {
		this.nginx.close();
	}

	@Test
	void servesPagesOverHttp2() throws Exception {
		HttpResponse<String> page = client().build().send(request("/login"), BodyHandlers.ofString());
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.version()).isEqualTo(Version.HTTP_2);
		assertThat(page.body()).contains("Sign in");
		assertThat(page.headers().allValues("Strict-Transport-Security")).containsExactly("max-age=31536000");
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.2", "TLSv1.3" })
	void acceptsCurrentVersionsOfTls(String version) throws Exception {
		HttpClient client = client().sslParameters(new SSLParameters(null, new String[] { version })).build();
		HttpResponse<String> answer = client.send(request("/ping"), BodyHandlers.ofString());
		assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo(version);
	}

	@Test
	void redirectsHttpToHttps() throws Exception {
		HttpResponse<String> answer = http("/segments?at=2%203");
		assertThat(answer.statusCode()).isEqualTo(301);
		assertThat(answer.headers().firstValue("Location")).contains(this.nginx.root() + "/segments?at=2%203");
	}

	@Test
	void answersAcmeChallengesOverHttp() throws Exception {
		Path challenges = Files.createDirectories(this.nginx.folder().resolve("acme/.well-known/acme-challenge"));
		Files.writeString(challenges.resolve("token"), "token.key");
		assertThat(http("/.well-known/acme-challenge/token").body()).isEqualTo("token.key");
	}

	@Test
	void marksCookiesAsSecure() {
		Pages browser = browser();
		HttpResponse<String> form = browser.get("/login");
		HttpResponse<String> answer = browser.post("/login",
				Map.of("username", TestAccount.VIEWER.login(), "password", TestAccount.PASSWORD));
		assertThat(form.headers().allValues("Set-Cookie")).anyMatch((cookie) -> cookie.startsWith("XSRF-TOKEN="))
			.allMatch((cookie) -> cookie.contains("; Secure"));
		assertThat(answer.headers().allValues("Set-Cookie")).anyMatch((cookie) -> cookie.startsWith("session="))
			.allMatch((cookie) -> cookie.contains("; Secure"));
	}

	@Test
	void redirectsToHttps() throws Exception {
		HttpClient client = client().followRedirects(Redirect.NORMAL).build();
		HttpResponse<String> page = client.send(request("/users"), BodyHandlers.ofString());
		assertThat(page.uri()).hasToString(this.nginx.root() + "/login?back=%2Fusers");
	}

	@Test
	void makesLinksWithItsOwnAddress() {
		Pages editor = browser().signIn(TestAccount.EDITOR);
		HttpResponse<String> report = editor.post("/reports?month=2021-02", Map.of("place", "LINK"));
		String page = report.headers().firstValue("Location").orElseThrow();
		await()
			.untilAsserted(() -> assertThat(editor.get(page).body()).contains("\"" + this.nginx.root() + "/shared/"));
	}

	@Test
	void passesFilesOfAHundredMegabytes() {
		Pages editor = browser().signIn(TestAccount.EDITOR);
		StringBuilder file = new StringBuilder("login,email,note\n");
		for (int n = 0; n < 2000; n++) {
			file.append("login%d,login%d@example.com,%s%n".formatted(n, n, "x".repeat(52_500)));
		}
		String page = Imports.upload(editor, "users.csv", file.toString());
		assertThat(editor.get(page).body()).contains("Import 2,000 users");
	}

	@Test
	void passesDownloadsOnWhileTheDatabaseReads() throws Exception {
		LongHistory.insert(this.database.jdbc());
		HttpRequest request = HttpRequest
			.newBuilder(URI.create(this.nginx.root() + "/api/v1/reports/file?year=2021&month=3"))
			.header("Authorization", "Bearer " + this.api.as(TestAccount.VIEWER).token())
			.build();
		try (InputStream body = client().build().send(request, BodyHandlers.ofInputStream()).body()) {
			assertThat(body.readNBytes(1000)).hasSize(1000);
			assertThat(LongHistory.endReads(this.database.jdbc())).containsExactly(true);
			assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
		}
		await().until(() -> LongHistory.endReads(this.database.jdbc()).isEmpty());
	}

	private HttpClient.Builder client() {
		return HttpClient.newBuilder().sslContext(this.nginx.trust());
	}

	private Pages browser() {
		return new Pages(new Api(this.nginx.root()), client().cookieHandler(new CookieManager()).build());
	}

	private HttpRequest request(String path) {
		return HttpRequest.newBuilder(URI.create(this.nginx.root() + path)).header("Accept", "text/html").build();
	}

	private HttpResponse<String> http(String path) throws Exception {
		URI address = URI.create("http://localhost:" + this.nginx.httpPort() + path);
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
		}
	}

}
