package dev.segmentation.config.security.api;

import dev.segmentation.config.security.route.RouteFinder;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * Reads the token from a header that is exactly {@code Bearer <token>}. On public paths
 * the header is ignored.
 */
class BearerHeaderResolver implements BearerTokenResolver {

	private static final String SCHEME = "Bearer";

	@Override
	public @Nullable String resolve(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header == null || header.isEmpty() || RouteFinder.isPublic(request)) {
			return null;
		}
		String[] parts = header.split(" ", -1);
		if (parts.length != 2 || !parts[0].equals(SCHEME) || parts[1].isEmpty()) {
			throw new InvalidBearerTokenException("invalid authorization header");
		}
		return parts[1];
	}

}
