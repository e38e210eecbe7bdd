package dev.segmentation.config.security;

import java.util.stream.Stream;

import dev.segmentation.config.security.route.RouteAccess;
import dev.segmentation.shared.web.api.v2.Version2;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Security of public paths without a session: health, the API's documentation, styles and
 * scripts.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurityConfiguration {

	static final RequestMatcher PUBLIC_PATHS = publicPaths();

	/** By hand, because load balancers and monitoring send many of these requests. */
	@Bean
	@Order(2)
	SecurityFilterChain publicSecurity(ManagementPort management, RouteAccess access) {
		Filter routes = (request, response, chain) -> {
			if (isPermitted((HttpServletRequest) request, management, access)) {
				chain.doFilter(request, response);
			}
			else {
				((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
			}
		};
		return new DefaultSecurityFilterChain(new OrRequestMatcher(PUBLIC_PATHS, management), SecurityHeaders.with(),
				routes);
	}

	private static boolean isPermitted(HttpServletRequest request, ManagementPort management, RouteAccess access) {
		return management.matches(request)
				|| access.authorize(() -> null, new RequestAuthorizationContext(request)).isGranted();
	}

	private static RequestMatcher publicPaths() {
		PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
		return new OrRequestMatcher(Stream
			.of("/ping", "/livez", "/readyz", "/docs/**", "/v3/api-docs/**", "/v3/api-docs.yaml/**",
					"/actuator/health/**", "/assets/**")
			.<RequestMatcher>map(paths::matcher)
			.toList());
	}

	/**
	 * Observations are off: nothing reads the times of single filters, and measuring them
	 * takes a tenth of a short call.
	 */
	@Bean
	SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	/**
	 * The firewall accepts any method and any header value, so that the application
	 * itself answers them: a wrong method with 405, an invalid token with 401.
	 */
	@Bean
	HttpFirewall httpFirewall() {
		return new PathFirewall(firewall(), Version2.PATHS, references());
	}

	private static StrictHttpFirewall firewall() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setUnsafeAllowAnyHttpMethod(true);
		firewall.setAllowedHeaderValues((value) -> true);
		return firewall;
	}

	/**
	 * The references of version 2 are names, which may have any character, encoded. They
	 * are compared with the database and never become a part of another path.
	 */
	private static StrictHttpFirewall references() {
		StrictHttpFirewall firewall = firewall();
		firewall.setAllowUrlEncodedSlash(true);
		firewall.setAllowUrlEncodedDoubleSlash(true);
		firewall.setAllowUrlEncodedPercent(true);
		firewall.setAllowUrlEncodedPeriod(true);
		firewall.setAllowSemicolon(true);
		firewall.setAllowBackSlash(true);
		firewall.setAllowUrlEncodedLineFeed(true);
		firewall.setAllowUrlEncodedCarriageReturn(true);
		firewall.setAllowUrlEncodedLineSeparator(true);
		firewall.setAllowUrlEncodedParagraphSeparator(true);
		return firewall;
	}

}
