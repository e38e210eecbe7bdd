package dev.segmentation.config.security.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.segmentation.account.jwt.AccessTokens;
import dev.segmentation.account.token.TokenAuthentication;
import dev.segmentation.config.security.RequestLimitFilter;
import dev.segmentation.config.security.RequestLimits;
import dev.segmentation.config.security.route.RouteAccess;
import dev.segmentation.shared.web.api.ApiBodyFilter;
import dev.segmentation.shared.web.api.ApiErrorWriter;
import dev.segmentation.shared.web.api.RefusedCalls;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/**
 * Security of the JSON API: no session, and a Bearer token with every call except
 * sign-up, sign-in and refresh.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurityConfiguration {

	@Bean
	@Order(1)
	SecurityFilterChain apiSecurity(HttpSecurity http, ApiProperties properties, AccessTokens tokens,
			TokenAuthenticationConverter accounts, TokenAuthentication apiTokens, RouteAccess access,
			ApiErrorWriter errors, RefusedCalls refusedCalls, RequestLimits limits) {
		ApiRefusals refusals = new ApiRefusals(errors, refusedCalls);
		AuthenticationManager bearer = bearer(tokens, accounts, apiTokens);
		if (!properties.corsOrigins().isEmpty()) {
			http.addFilter(corsFilter(properties.corsOrigins()));
		}
		return http.securityMatcher("/api/**")
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.cors(AbstractHttpConfigurer::disable)
			.oauth2ResourceServer((server) -> server.bearerTokenResolver(new BearerHeaderResolver())
				.authenticationEntryPoint(refusals.limitedBy(limits))
				.accessDeniedHandler(refusals)
				.authenticationManagerResolver((request) -> bearer))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.authorizeHttpRequests((requests) -> requests.anyRequest().access(access))
			.addFilterBefore(new ApiFailureFilter(errors), HeaderWriterFilter.class)
			.addFilterBefore(new RequestLimitFilter(limits, refusals::tooMany), AuthorizationFilter.class)
			.addFilterAfter(new ApiBodyFilter((int) properties.maxBody().toBytes(), errors), AuthorizationFilter.class)
			.build();
	}

	private static AuthenticationManager bearer(AccessTokens tokens, TokenAuthenticationConverter accounts,
			TokenAuthentication apiTokens) {
		JwtAuthenticationProvider provider = new JwtAuthenticationProvider(tokens);
		provider.setJwtAuthenticationConverter(accounts);
		return new BearerAuthentication(new ApiTokenAuthentication(apiTokens), new ProviderManager(provider));
	}

	private static CorsFilter corsFilter(List<String> origins) {
		CorsConfiguration cors = new CorsConfiguration();
		cors.setAllowedOrigins(origins);
		cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "DELETE"));
		cors.setAllowedHeaders(List.of("Authorization", "Content-Type"));
		cors.setAllowCredentials(true);
		CorsFilter filter = new CorsFilter((request) -> cors);
		filter.setCorsProcessor(new JsonCorsProcessor());
		return filter;
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
