package dev.segmentation.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.segmentation.support.RawHttp;
import dev.segmentation.support.RawHttp.RawAnswer;

/**
 * Requests that no browser sends. Each is answered by 400 to 499, and none is logged as
 * an error.
 */
record Malformed() implements Weapon {

	private static final String FORM = "POST /login HTTP/1.0\r\nContent-Type: application/x-www-form-urlencoded";

	private static final Map<String, String> REQUESTS = Map.of("form", withBody(FORM, "a=%zz"), "charset",
			withBody(FORM + "; charset=no-such", "a=b"), "multipart",
			withBody("POST /users/import HTTP/1.0\r\nContent-Type: multipart/form-data; boundary=cut", "--cu"), "path",
			"GET /segments/%zz HTTP/1.0\r\n\r\n", "header",
			"GET /login HTTP/1.0\r\nX-Long: " + "x".repeat(100_000) + "\r\n\r\n");

	@Override
	public String use(Target target, Bystander bystander) {
		List<String> answers = new ArrayList<>();
		List<String> wrong = new ArrayList<>();
		REQUESTS.forEach((name, request) -> {
			RawAnswer answer = RawHttp.send(target.anonymous(), request);
			answers.add(name + " " + answer.status());
			if (answer.status() < 400 || answer.status() > 499) {
				wrong.add(name + " " + answer.status());
			}
		});
		long errors = target.application().output().lines().filter((line) -> line.contains(" ERROR ")).count();
		String figures = "%s, %d errors in the log".formatted(answers, errors);
		if (!wrong.isEmpty() || errors > 0) {
			throw new AssertionError("answered wrongly: %s; %s".formatted(wrong, figures));
		}
		return figures;
	}

	private static String withBody(String head, String body) {
		return "%s\r\nContent-Length: %d\r\n\r\n%s".formatted(head, body.length(), body);
	}

}
