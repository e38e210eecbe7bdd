package dev.segmentation.config.security;

import dev.segmentation.account.AccountDirectory;
import dev.segmentation.shared.web.turn.UploadTurns;
import jakarta.servlet.DispatcherType;

import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Security of the pages: a session that begins with a sign-in form. Viewers may read and
 * editors may change.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurityConfiguration {

	/**
	 * No inline scripts or styles, no other origins. Tabler's stylesheet needs data:
	 * images.
	 */
	private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
			+ "frame-ancestors 'none'";

	@Bean
	@Order(3)
	SecurityFilterChain pageSecurity(HttpSecurity http, AccountDirectory directory, UnroutedRequests unrouted,
			MultipartProperties files, UploadTurns uploads, RequestLimits limits) {
		RequestMatcher nowhere = new AndRequestMatcher(unrouted, new NegatedRequestMatcher(signInAndOut()));
		return http
			.authorizeHttpRequests(
					(requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
						.permitAll()
						.requestMatchers("/login", "/preferences")
						.permitAll()
						.requestMatchers(HttpMethod.GET, "/shared/**")
						.permitAll()
						.requestMatchers(HttpMethod.HEAD, "/shared/**")
						.permitAll()
						.requestMatchers("/actuator/prometheus", "/actuator/sbom/**", "/audit/**")
						.hasRole("ADMIN")
						.requestMatchers(nowhere)
						.permitAll()
						.requestMatchers(HttpMethod.GET)
						.hasRole("VIEWER")
						.requestMatchers(HttpMethod.HEAD)
						.hasRole("VIEWER")
						.anyRequest()
						.hasRole("EDITOR"))
			.formLogin((form) -> form.loginPage("/login")
				.successHandler(new SignInSuccessHandler())
				.failureHandler(new SignInFailureHandler()))
			.logout((logout) -> logout.logoutSuccessUrl("/login?signedOut"))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(new SignInRequired())
				.accessDeniedHandler(new StaleForms()))
			.requestCache(AbstractHttpConfigurer::disable)
			// In a cookie, so that the sign-in page creates no session.
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens()).ignoringRequestMatchers(nowhere))
			.headers(PageSecurityConfiguration::headers)
			.addFilterAfter(new SignedInAccountFilter(directory), SecurityContextHolderFilter.class)
			.addFilterBefore(new RequestLimitFilter(limits,
					(response) -> response.sendError(HttpStatus.TOO_MANY_REQUESTS.value())), CsrfFilter.class)
			.addFilterBefore(new MultipartGate("/users/import", files.getMaxRequestSize(), new SignInRequired()),
					CsrfFilter.class)
			.addFilterBefore(new FormGate(uploads, new SignInRequired()), CsrfFilter.class)
			.build();
	}

	private static RequestMatcher signInAndOut() {
		PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
		return new OrRequestMatcher(paths.matcher("/login"), paths.matcher(HttpMethod.POST, "/logout"));
	}

	private static CookieCsrfTokenRepository csrfTokens() {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieCustomizer((cookie) -> cookie.sameSite("Lax"));
		return tokens;
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_POLICY))
			.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((policy) -> policy.policy("camera=(), geolocation=(), microphone=()"));
	}

}
