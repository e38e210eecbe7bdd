package dev.segmentation.support;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls the JSON API like a client, with or without a token.
 */
public class Api {

	private static final String PREFIX = "/api/v1";

	/** A server that never answers fails a test, and does not block it. */
	private static final Duration LONGEST_CALL = Duration.ofMinutes(3);

	private static final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

	private static final JsonMapper json = JsonMapper.shared();

	/** Access tokens by server and account, because password hashes are slow. */
	private static final Map<String, SignedIn> signedIn = new ConcurrentHashMap<>();

	private final String root;

	private final @Nullable String token;

	public Api(String root) {
		this(root, null);
	}

	private Api(String root, @Nullable String token) {
		this.root = root;
		this.token = token;
	}

	/**
	 * Returns the API with the token of a staff account.
	 */
	public Api as(TestAccount account) {
		SignedIn current = signedIn.compute(this.root + account, (key, known) -> (known != null && known.isFresh())
				? known : new SignedIn(as(account.login(), TestAccount.PASSWORD), Instant.now()));
		return current.api();
	}

	/**
	 * Returns the API with the token of this login and password.
	 */
	public Api as(String login, String password) {
		Answer answer = post("/users/sign-in", json.writeValueAsString(Map.of("login", login, "password", password)));
		return withToken(answer.json().get("token").asString());
	}

	/**
	 * Forgets the tokens of the staff accounts. Their sessions are in the last database.
	 */
	void forgetTokens() {
		signedIn.keySet().removeIf((key) -> key.startsWith(this.root));
	}

	/**
	 * Returns the API with a token.
	 */
	public Api withToken(@Nullable String token) {
		return new Api(this.root, token);
	}

	public String root() {
		return this.root;
	}

	/**
	 * Returns the token.
	 */
	public @Nullable String token() {
		return this.token;
	}

	public Answer get(String path) {
		return call("GET", path, null);
	}

	public Answer get(String path, String body) {
		return call("GET", path, body);
	}

	public Answer post(String path, String body) {
		return call("POST", path, body);
	}

	public Answer delete(String path, String body) {
		return call("DELETE", path, body);
	}

	/**
	 * Returns the names of the segments that a user is in.
	 */
	public List<String> activeSegments(long userId) {
		return get("/users/active_segments?user_id=" + userId).json().get("segments").findValuesAsString("name");
	}

	/**
	 * Calls a path below {@code /api/v1}.
	 */
	public Answer call(String method, String path, @Nullable String body, String... headers) {
		return callBytes(method, PREFIX + path, (body != null) ? body.getBytes(StandardCharsets.UTF_8) : null, headers);
	}

	/**
	 * Calls any path of the server.
	 */
	public Answer callBytes(String method, String path, byte @Nullable [] body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.root + path))
			.timeout(LONGEST_CALL)
			.method(method, (body != null) ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody());
		if (this.token != null) {
			request.header("Authorization", "Bearer " + this.token);
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		return new Answer(HttpAnswers.send(http, request));
	}

	/**
	 * Keeps tokens for less than their lifetime.
	 */
	private record SignedIn(Api api, Instant since) {

		boolean isFresh() {
			return this.since.isAfter(Instant.now().minusSeconds(300));
		}

	}

	/**
	 * The answer.
	 */
	public record Answer(HttpResponse<String> response) {

		public int status() {
			return this.response.statusCode();
		}

		public String body() {
			return this.response.body();
		}

		public JsonNode json() {
			return json.readTree(body());
		}

		/** Expects status 400 and this error text. */
		public void assertRefused(String error) {
			assertThat(status()).as(body()).isEqualTo(400);
			assertThat(error()).isEqualTo(error);
		}

		/** Returns the error text; empty without an error. */
		public String error() {
			return json().path("error").asString("");
		}

		public String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

	}

}
