package dev.segmentation.support.company;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.support.HttpAnswers;

/**
 * What a browser does at the provider, without a browser.
 */
public final class CompanyVisit {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" type=\"hidden\" value=\"([^\"]+)\"");

	private final HttpClient http;

	/**
	 * Uses a client that has its own cookies and follows no redirects.
	 */
	public CompanyVisit(HttpClient http) {
		this.http = http;
	}

	/**
	 * Signs a person in.
	 * @param authorize the address to which the application sent the browser
	 * @return the address at the application to which the provider sends it back
	 */
	public URI signIn(URI authorize, String subject) {
		URI login = next(HttpRequest.newBuilder(authorize).header("Accept", "text/html").GET());
		Matcher token = TOKEN.matcher(send(HttpRequest.newBuilder(login).GET()).body());
		if (!token.find()) {
			throw new IllegalStateException("The provider shows no form at " + login);
		}
		String form = "username=%s&password=%s&_csrf=%s".formatted(encode(subject), encode(CompanyProvider.PASSWORD),
				encode(token.group(1)));
		URI again = next(HttpRequest.newBuilder(login)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form)));
		return next(HttpRequest.newBuilder(again).header("Accept", "text/html").GET());
	}

	private URI next(HttpRequest.Builder request) {
		HttpResponse<String> answer = send(request);
		return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		return HttpAnswers.send(this.http, request);
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
