package dev.segmentation.shared.web.api;

import dev.segmentation.shared.refusal.InvalidInputException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters from a query string that may be malformed.
 */
final class QueryParameters {

	private QueryParameters() {
	}

	/**
	 * Returns a parameter. The values of a repeated parameter are joined by commas.
	 * @return {@code null} when the query string does not contain it
	 * @throws InvalidInputException when the query string is not well-formed
	 */
	public static @Nullable String get(HttpServletRequest request, String name) {
		try {
			String[] values = request.getParameterValues(name);
			return (values != null) ? String.join(",", values) : null;
		}
		catch (IllegalStateException ex) {
			// The servlet container reports a broken percent escape by this exception.
			throw new InvalidInputException();
		}
	}

}
