package dev.segmentation.idempotency.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.segmentation.idempotency.StoredAnswer;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Copies answers, to store them and to send them again.
 */
final class AnswerCopies {

	private static final List<String> HEADERS = List.of("Location", "Content-Type", "HX-Redirect", "HX-Trigger",
			"HX-Push-Url", "Vary");

	private AnswerCopies() {
	}

	static StoredAnswer of(ContentCachingResponseWrapper answer) {
		Map<String, String> headers = new HashMap<>();
		for (String name : HEADERS) {
			String value = answer.getHeader(name);
			if (value != null) {
				headers.put(name, value);
			}
		}
		return new StoredAnswer(answer.getStatus(), headers, answer.getContentAsByteArray());
	}

	static void write(StoredAnswer answer, HttpServletResponse response) throws IOException {
		response.setStatus(answer.status());
		answer.headers().forEach(response::setHeader);
		response.getOutputStream().write(answer.body());
	}

}
