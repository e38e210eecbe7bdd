package dev.segmentation.support;

import java.io.IOException;
import java.io.UncheckedIOException;
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
 * Asks for pages as a browser does, with cookies and tokens against forged requests, but
 * without drawing them or following redirects.
 */
public final class Pages {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final HttpClient http;

	private final String root;

	/**
	 * A browser that nobody has used yet.
	 */
	public Pages(Api api) {
		this(api, HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
	}

	private Pages(Api api, HttpClient http) {
		this.root = api.root();
		this.http = http;
	}

	/**
	 * The same browser, whose requests come to another instance.
	 */
	public Pages at(Api other) {
		return new Pages(other, this.http);
	}

	/**
	 * The same, signed in.
	 */
	public Pages signIn(TestAccount account) {
		return signIn(account.login(), TestAccount.PASSWORD);
	}

	/**
	 * The same, after an attempt to sign in.
	 */
	public Pages signIn(String login, String password) {
		post("/login", Map.of("username", login, "password", password));
		// Before two of its requests at once would be given two different tokens.
		token();
		return this;
	}

	public HttpResponse<String> get(String path, String... headers) {
		return send(request(path, headers).GET());
	}

	/**
	 * Sends a form, with the token that the pages hand out.
	 */
	public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
		String fields = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return postWithoutToken(path, fields + "&_csrf=" + URLEncoder.encode(token(), StandardCharsets.UTF_8), headers);
	}

	/**
	 * Sends fields as they are.
	 */
	public HttpResponse<String> postWithoutToken(String path, String fields, String... headers) {
		return send(request(path, headers).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(fields)));
	}

	/**
	 * Sends a file, with the token that the pages hand out.
	 */
	public HttpResponse<String> upload(String path, String field, String fileName, byte[] content) {
		return uploadWithoutToken(path,
				"--cut\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token() + "\r\n", field, fileName,
				content);
	}

	/**
	 * Sends a file and nothing else but the parts before it.
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

	private String token() {
		// Any page has one, also that of an unknown address.
		Matcher token = TOKEN.matcher(get("/no-such-page").body());
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
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
