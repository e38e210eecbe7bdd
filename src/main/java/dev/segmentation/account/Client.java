package dev.segmentation.account;

import java.io.Serializable;

import dev.segmentation.shared.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * A browser or a program that signs in. Saved sessions have the name of this class, so it
 * must stay.
 *
 * @param address its network address
 * @param device its description of itself; {@code null} when it sends none
 */
public record Client(@Nullable String address, @Nullable String device) implements Serializable {

	/** A browser's description has about 120 characters. */
	private static final int LONGEST = 300;

	/**
	 * Reads the client of a request.
	 */
	public static Client of(HttpServletRequest request) {
		String device = request.getHeader(HttpHeaders.USER_AGENT);
		return new Client(request.getRemoteAddr(), (device != null) ? PlainText.printable(device, LONGEST) : null);
	}

}
