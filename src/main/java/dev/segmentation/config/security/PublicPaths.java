package dev.segmentation.config.security;

import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Paths of the API that need no token.
 */
final class PublicPaths {

	static final RequestMatcher MATCHER = new OrRequestMatcher(path("/api/v1/users/sign-up"),
			path("/api/v1/users/sign-in"), path("/api/v1/users/refresh"));

	private PublicPaths() {
	}

	private static RequestMatcher path(String pattern) {
		return PathPatternRequestMatcher.withDefaults().matcher(pattern);
	}

}
