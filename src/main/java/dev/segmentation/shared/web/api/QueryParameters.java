package dev.segmentation.shared.web.api;

import dev.segmentation.shared.InvalidInputException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads the query string without trusting it.
 */
final class QueryParameters {

	private QueryParameters() {
	}

	/**
	 * Finds a parameter; joined by commas where it is given more than once.
	 * @throws InvalidInputException when the query string is not well-formed
	 */
	static @Nullable String get(HttpServletRequest request, String name) {
		try {
			String[] values = request.getParameterValues(name);
			return (values != null) ? String.join(",", values) : null;
		}
		catch (IllegalStateException ex) {
			// The servlet container's word for a broken percent escape.
			throw new InvalidInputException();
		}
	}

}
