package dev.segmentation.support;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Requests pages like a browser, with cookies and CSRF tokens. It does not render pages
 * or follow redirects.
 */
public final class Pages {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final HttpClient http;

	private final String root;

	/**
	 * Creates a browser without cookies.
	 */
	public Pages(Api api) {
		this(api, HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
	}

	/**
	 * Uses a client that has its own cookies.
	 */
	public Pages(Api api, HttpClient http) {
		this.root = api.root();
		this.http = http;
	}

	/**
	 * Returns the same browser for another instance.
	 */
	public Pages at(Api other) {
		return new Pages(other, this.http);
	}

	/**
	 * Signs in with the password of all test accounts.
	 */
	public Pages signIn(TestAccount account) {
		return signIn(account.login(), TestAccount.PASSWORD);
	}

	/**
	 * Tries to sign in.
	 */
	public Pages signIn(String login, String password) {
		post("/login", Map.of("username", login, "password", password));
		// Creates the CSRF token now, because two simultaneous requests would get
		// different tokens.
		token();
		return this;
	}

	public HttpResponse<String> get(String path, String... headers) {
		return send(request(path, headers).GET());
	}

	/**
	 * Downloads a file that is not text.
	 */
	public HttpResponse<byte[]> download(String path, String... headers) {
		return HttpAnswers.send(this.http, request(path, headers).GET(), HttpResponse.BodyHandlers.ofByteArray());
	}

	/**
	 * Requests the headers of a page.
	 */
	public HttpResponse<String> head(String path) {
		return send(request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
	}

	/**
	 * Sends a form with a CSRF token.
	 */
	public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
		return post(token(), path, form, headers);
	}

	private HttpResponse<String> post(String token, String path, Map<String, String> form, String... headers) {
		String fields = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return postWithoutToken(path, fields + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8), headers);
	}

	/**
	 * Sends a form with the CSRF token of a page that was opened before.
	 */
	public HttpResponse<String> postFrom(HttpResponse<String> page, String path, Map<String, String> form,
			String... headers) {
		return post(token(page), path, form, headers);
	}

	/**
	 * Sends fields without adding a token.
	 */
	public HttpResponse<String> postWithoutToken(String path, String fields, String... headers) {
		return send(request(path, headers).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(fields)));
	}

	/**
	 * Sends any method without a body, with a CSRF token.
	 */
	public HttpResponse<String> send(String method, String path, String token) {
		return send(request(path, "X-XSRF-TOKEN", token).method(method, HttpRequest.BodyPublishers.noBody()));
	}

	/**
	 * Sends a file with a CSRF token.
	 */
	public HttpResponse<String> upload(String path, String field, String fileName, byte[] content) {
		return uploadWithoutToken(path,
				"--cut\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token() + "\r\n", field, fileName,
				content);
	}

	/**
	 * Sends a file after the given parts, without adding a token.
	 */
	public HttpResponse<String> uploadWithoutToken(String path, String parts, String field, String fileName,
			byte[] content) {
		String start = parts + "--cut\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
			.formatted(field, fileName);
		return send(request(path).header("Content-Type", "multipart/form-data; boundary=cut")
			.POST(HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofString(start),
					HttpRequest.BodyPublishers.ofByteArray(content),
					HttpRequest.BodyPublishers.ofString("\r\n--cut--\r\n"))));
	}

	/**
	 * Returns the token that forms contain.
	 */
	public String token() {
		// Every page contains a token, also the page of an unknown address.
		return token(get("/no-such-page"));
	}

	private static String token(HttpResponse<String> page) {
		Matcher token = TOKEN.matcher(page.body());
		if (!token.find()) {
			throw new IllegalStateException("The page has no form");
		}
		return token.group(1);
	}

	private HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.root + path))
			.header("Accept", "text/html");
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		return HttpAnswers.send(this.http, request);
	}

}
