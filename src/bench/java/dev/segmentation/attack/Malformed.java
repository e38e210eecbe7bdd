package dev.segmentation.attack;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.segmentation.support.RawHttp;

/**
 * Requests that no browser sends, without and with a token. Each is refused, and none is
 * logged as an error.
 */
record Malformed() implements Weapon {

	private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

	private static final int CLOSED = 0;

	@Override
	public String use(Target target, Bystander bystander) {
		List<String> wrong = new ArrayList<>();
		Map<String, Integer> answers = new LinkedHashMap<>();
		requests("Authorization: Bearer " + target.attacker().token()).forEach((name, request) -> {
			int status = status(target, request);
			answers.put(name, status);
			// A server that refuses a long header may close the connection before all of
			// it has arrived.
			boolean closed = status == CLOSED && name.equals("long header");
			if (!closed && (status < 400 || status > 499)) {
				wrong.add(name);
			}
		});
		long errors = target.application().output().lines().filter((line) -> line.contains(" ERROR ")).count();
		String figures = "%s, %d errors in the log".formatted(answers, errors);
		if (!wrong.isEmpty() || errors > 0) {
			throw new AssertionError("answered wrongly: %s; %s".formatted(wrong, figures));
		}
		return figures;
	}

	private static Map<String, String> requests(String token) {
		return Map
			.of("form", post("/login", FORM, "a=%zz"), "charset", post("/login", FORM + "; charset=no-such", "a=b"),
					"multipart", post("/login", "Content-Type: multipart/form-data; boundary=cut", "--cu"), "path",
					get("/segments/%zz", "Accept: text/html"), "long header",
					get("/login", "X-Long: " + "x".repeat(100_000)), "query of the API",
					get("/api/v1/segments?limit=%zz", token), "path of the API", get("/api/v1/segments/%zz", token),
					"charset of the API", post("/api/v1/segments/create",
							token + "\r\nContent-Type: application/json; charset=no-such", "{}"),
					"body of the API", post("/api/v1/segments/create", token, "{\"name\": \"\\ud800"));
	}

	private static int status(Target target, String request) {
		try {
			return RawHttp.send(target.anonymous(), request).status();
		}
		catch (UncheckedIOException ex) {
			return CLOSED;
		}
	}

	private static String get(String path, String header) {
		return "GET %s HTTP/1.0\r\n%s\r\n\r\n".formatted(path, header);
	}

	private static String post(String path, String headers, String body) {
		return "POST %s HTTP/1.0\r\n%s\r\nContent-Length: %d\r\n\r\n%s".formatted(path, headers, body.length(), body);
	}

}
