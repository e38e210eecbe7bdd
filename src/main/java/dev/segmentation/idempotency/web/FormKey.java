package dev.segmentation.idempotency.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;

import org.springframework.util.StringUtils;

/**
 * The key of a submitted form. It covers the content, too: a form that is changed and
 * sent again is another request.
 */
final class FormKey {

	/** The hidden field with the random part of the key. */
	static final String FIELD = "_key";

	/** The token differs between pages, but not what the form says. */
	private static final String TOKEN = "_csrf";

	private FormKey() {
	}

	/**
	 * Returns the key as 43 characters.
	 */
	static String of(HttpServletRequest request) throws IOException, ServletException {
		MessageDigest digest = sha256();
		add(digest, request.getRequestURI());
		new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
			if (!name.equals(TOKEN)) {
				add(digest, name);
				List.of(values).forEach((value) -> add(digest, value));
			}
		});
		if (StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/")) {
			for (Part part : request.getParts()) {
				add(digest, part.getName() + part.getSubmittedFileName() + part.getSize());
			}
		}
		return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
	}

	private static void add(MessageDigest digest, String text) {
		digest.update(text.getBytes(StandardCharsets.UTF_8));
		digest.update((byte) 0);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
