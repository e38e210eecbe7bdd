package dev.segmentation.config.security.route;

import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The lowest role that may use a route.
 *
 * @param method the HTTP method; {@code ANY} for all
 * @param pattern the pattern exactly as in the controller's mapping
 * @param role {@code null} if the route needs no account
 * @param filtered whether a filter answers, and not a controller
 */
record RouteRole(String method, String pattern, @Nullable Role role, boolean filtered) {

	/** A request that has no route is answered with 404 or 405. */
	static final RouteRole NOWHERE = new RouteRole("ANY", "", null, false);

	/** The answer to OPTIONS names the methods of a route. */
	static final RouteRole OPTIONS = new RouteRole("OPTIONS", "", null, false);

	private static final String ANY = "ANY";

	private static final String PUBLIC = "PUBLIC";

	private static final String FILTER = "filter";

	/**
	 * Reads a line of the table: method, pattern, role and, for some, {@code filter}.
	 */
	static RouteRole parse(String line) {
		String[] cells = line.strip().split("\\s+");
		boolean filtered = cells.length == 4 && cells[3].equals(FILTER);
		Assert.isTrue(filtered || cells.length == 3, () -> "Not a route and its role: " + line);
		return new RouteRole(cells[0], cells[1], cells[2].equals(PUBLIC) ? null : Role.valueOf(cells[2]), filtered);
	}

	boolean isPublic() {
		return this.role == null;
	}

	/** Whether the pattern is the only path that it matches. */
	boolean isLiteral() {
		return this.pattern.indexOf('{') < 0 && this.pattern.indexOf('*') < 0;
	}

	/** A route that answers GET also answers HEAD. */
	boolean allows(String requested) {
		return this.method.equals(requested) || this.method.equals(ANY)
				|| "GET".equals(this.method) && "HEAD".equals(requested);
	}

}
