package dev.segmentation.shared.web.page.error;

import java.util.Arrays;
import java.util.Locale;

import org.springframework.http.HttpStatusCode;

/**
 * The failures with their own messages on pages.
 */
enum Failure {

	FORBIDDEN(403), MISSING(404), CONFLICT(409), TOO_LARGE(413), TOO_MANY(429), REPEATED(425), MADE(412),
	UNAVAILABLE(503), REFUSED(400), FAILED(500);

	private final int status;

	Failure(int status) {
		this.status = status;
	}

	static Failure of(HttpStatusCode code) {
		return Arrays.stream(values())
			.filter((failure) -> failure.status == code.value())
			.findFirst()
			.orElse(code.is4xxClientError() ? REFUSED : FAILED);
	}

	/** Returns the failure as in message keys. */
	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}
