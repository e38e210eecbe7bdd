package dev.segmentation.idempotency.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.segmentation.idempotency.StoredAnswer;
import dev.segmentation.shared.web.page.PageVisit;
import jakarta.servlet.http.HttpServletRequest;
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

	/**
	 * Copies an answer. An answer with a secret is replaced by a redirect.
	 */
	static StoredAnswer of(HttpServletRequest request, ContentCachingResponseWrapper answer) {
		if (request.getAttribute(PageVisit.SHOWN_ONCE) instanceof String page) {
			return new StoredAnswer(HttpServletResponse.SC_FOUND, Map.of("Location", page), new byte[0]);
		}
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
