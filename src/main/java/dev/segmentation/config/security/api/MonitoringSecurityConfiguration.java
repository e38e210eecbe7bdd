package dev.segmentation.config.security.api;

import dev.segmentation.config.security.RequestLimits;
import dev.segmentation.config.security.route.RouteAccess;
import dev.segmentation.shared.web.api.ApiErrorWriter;
import dev.segmentation.shared.web.api.RefusedCalls;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Security of programs that collect metrics from the port of the service with an API
 * token. People without a token sign in as for pages.
 */
@Configuration(proxyBeanMethods = false)
class MonitoringSecurityConfiguration {

	@Bean
	@Order(3)
	SecurityFilterChain monitoringSecurity(HttpSecurity http, ApiTokenAuthentication tokens, RouteAccess access,
			ApiErrorWriter errors, RefusedCalls refusedCalls, RequestLimits limits) {
		ApiRefusals refusals = new ApiRefusals(errors, refusedCalls);
		return http.securityMatcher(new AndRequestMatcher(paths(), MonitoringSecurityConfiguration::hasToken))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.oauth2ResourceServer((server) -> server.bearerTokenResolver(new BearerHeaderResolver())
				.authenticationEntryPoint(refusals.limitedBy(limits))
				.accessDeniedHandler(refusals)
				.authenticationManagerResolver((request) -> tokens))
			.authorizeHttpRequests((requests) -> requests.anyRequest().access(access))
			.build();
	}

	private static RequestMatcher paths() {
		PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
		return new OrRequestMatcher(paths.matcher("/actuator/prometheus"), paths.matcher("/actuator/sbom/**"));
	}

	private static boolean hasToken(HttpServletRequest request) {
		return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
	}

}
