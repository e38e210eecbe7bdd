package dev.segmentation.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Calls the application as its clients do: the JSON API with a token, pages with a
 * session.
 */
final class Api {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(new CookieManager())
		.build();

	private final String url;

	private final String token;

	private Api(String url, String token) {
		this.url = url;
		this.token = token;
	}

	/**
	 * Signs the administrator in, on the API and on the pages.
	 */
	static Api signIn(String url) throws IOException, InterruptedException {
		String credentials = """
				{"login": "admin", "password": "%s"}""".formatted(RunningJar.PASSWORD);
		String answer = new Api(url, "").call("POST", "/api/v1/users/sign-in", credentials);
		Api api = new Api(url, field(answer, "token"));
		api.submit("/login", "/login", Map.of("username", "admin", "password", RunningJar.PASSWORD));
		return api;
	}

	/** The same client of another server that accepts its token. */
	Api at(String otherUrl) {
		return new Api(otherUrl, this.token);
	}

	String token() {
		return this.token;
	}

	String url() {
		return this.url;
	}

	/**
	 * Calls the JSON API.
	 * @return the body of the response
	 */
	String call(String method, String path, String body) throws IOException, InterruptedException {
		return send(request(path).method(method, BodyPublishers.ofString(body))).body();
	}

	String get(String path) throws IOException, InterruptedException {
		return send(request(path)).body();
	}

	/**
	 * Reads a response of any size in constant memory.
	 * @return its length in bytes
	 */
	long drain(String path) throws IOException, InterruptedException {
		HttpResponse<InputStream> response = this.http.send(request(path).build(), BodyHandlers.ofInputStream());
		try (InputStream body = response.body()) {
			check(response, "");
			return body.transferTo(OutputStream.nullOutputStream());
		}
	}

	/**
	 * Submits the form of a page.
	 * @return the target of the redirect, or an empty text
	 */
	String submit(String page, String action, Map<String, String> fields) throws IOException, InterruptedException {
		Matcher csrf = CSRF.matcher(get(page));
		String form = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		if (csrf.find()) {
			form += "&_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
		}
		return send(request(action).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))).headers().firstValue("Location").orElse("");
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.url).resolve(path));
		return path.startsWith("/api/") ? request.header("Authorization", "Bearer " + this.token) : request;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		HttpResponse<String> response = this.http.send(request.build(), BodyHandlers.ofString());
		check(response, response.body());
		return response;
	}

	private static void check(HttpResponse<?> response, String body) throws IOException {
		if (response.statusCode() >= 400) {
			throw new IOException("%s answers %d %s".formatted(response.uri().getPath(), response.statusCode(), body));
		}
	}

	/**
	 * Reads a field of a flat JSON object.
	 */
	static String field(String json, String name) {
		Matcher field = Pattern.compile("\"%s\":\\s*\"?([^\",}]+)".formatted(name)).matcher(json);
		if (!field.find()) {
			throw new IllegalStateException("No field %s in %s".formatted(name, json));
		}
		return field.group(1);
	}

}
