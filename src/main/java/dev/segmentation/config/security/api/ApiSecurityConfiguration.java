package dev.segmentation.config.security.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.segmentation.config.security.RequestLimitFilter;
import dev.segmentation.config.security.RequestLimits;
import dev.segmentation.config.security.SecurityHeaders;
import dev.segmentation.config.security.route.RouteAccess;
import dev.segmentation.shared.web.api.ApiBodyFilter;
import dev.segmentation.shared.web.api.ApiErrorWriter;
import dev.segmentation.shared.web.api.RefusedCalls;
import dev.segmentation.shared.web.api.v2.Version2;
import jakarta.servlet.Filter;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/**
 * Security of the JSON API: no session, and a Bearer token with every call except
 * sign-up, sign-in and refresh.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurityConfiguration {

	/**
	 * Spring would add twice as many filters, for sessions, anonymous accounts and more.
	 * The proxy of all chains forgets the account at the end.
	 */
	@Bean
	@Order(1)
	SecurityFilterChain apiSecurity(ApiProperties properties, BearerAuthentication tokens, RouteAccess access,
			ApiErrorWriter errors, RefusedCalls refusedCalls, RequestLimits limits) {
		ApiRefusals refusals = new ApiRefusals(errors, refusedCalls);
		List<Filter> filters = new ArrayList<>(List.of(new ApiFailureFilter(errors),
				SecurityHeaders.with(new CacheControlHeadersWriter()),
				new BearerFilter(tokens, refusals.limitedBy(limits)), new RequestLimitFilter(limits, refusals::tooMany),
				new RouteFilter(access, refusals), new ApiBodyFilter((int) properties.maxBody().toBytes(), errors)));
		if (!properties.corsOrigins().isEmpty()) {
			filters.add(2, corsFilter(properties.corsOrigins()));
		}
		return new DefaultSecurityFilterChain(PathPatternRequestMatcher.pathPattern("/api/**"), filters);
	}

	private static CorsFilter corsFilter(List<String> origins) {
		CorsConfiguration cors = new CorsConfiguration();
		cors.setAllowedOrigins(origins);
		cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "DELETE"));
		cors.setAllowedHeaders(List.of("Authorization", "Content-Type"));
		cors.setAllowCredentials(true);
		CorsConfiguration version2 = version2(cors);
		CorsFilter filter = new CorsFilter(
				(request) -> request.getRequestURI().startsWith(Version2.PATHS) ? version2 : cors);
		filter.setCorsProcessor(new JsonCorsProcessor());
		return filter;
	}

	private static CorsConfiguration version2(CorsConfiguration version1) {
		CorsConfiguration cors = new CorsConfiguration(version1);
		cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
		cors.setAllowedHeaders(List.of("Authorization", "Content-Type", "If-Match", "If-None-Match"));
		cors.setExposedHeaders(List.of("ETag", "Location", "RateLimit", "Retry-After", "X-Request-Id"));
		return cors;
	}

	/**
	 * Refuses a foreign origin with JSON, as the API refuses everything else.
	 */
	private static final class JsonCorsProcessor extends DefaultCorsProcessor {

		@Override
		protected void rejectRequest(ServerHttpResponse response) throws IOException {
			response.setStatusCode(HttpStatus.FORBIDDEN);
			response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
			response.getBody().write("{\"error\":\"origin is not allowed\"}".getBytes(StandardCharsets.UTF_8));
			response.flush();
		}

	}

}
