package dev.segmentation.config.security.page;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.account.AccountDirectory;
import dev.segmentation.account.RecentSignIn;
import dev.segmentation.account.company.CompanyClients;
import dev.segmentation.account.factor.SecondFactors;
import dev.segmentation.account.password.DuePasswordChanges;
import dev.segmentation.config.longform.LongForms;
import dev.segmentation.config.security.RequestLimitFilter;
import dev.segmentation.config.security.RequestLimits;
import dev.segmentation.config.security.company.CompanySignOnConfiguration;
import dev.segmentation.config.security.route.RouteAccess;
import dev.segmentation.config.security.route.RouteFinder;
import dev.segmentation.config.security.route.RouteTable;
import dev.segmentation.config.security.signin.ContinuedSessions;
import dev.segmentation.config.security.signin.FactorSignIn;
import dev.segmentation.config.security.signin.PageSignIns;
import dev.segmentation.config.security.signin.SignInFailureHandler;
import dev.segmentation.config.security.signin.SignInSuccessHandler;
import dev.segmentation.shared.web.page.layout.ReaderPreferencesStore;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Security of the pages: a session that begins with a sign-in form. Roles are in
 * {@link RouteTable}.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurityConfiguration {

	/**
	 * No inline scripts or styles, no other origins. Tabler's stylesheet needs data:
	 * images. The form for signing out may lead to the company's provider.
	 */
	private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action %s; base-uri 'none'; "
			+ "frame-ancestors 'none'";

	@Bean
	@Order(4)
	SecurityFilterChain pageSecurity(HttpSecurity http, AccountDirectory directory, DuePasswordChanges passwords,
			RouteFinder routes, RouteAccess access, PageSignIns signIns, ReaderPreferencesStore preferences,
			MultipartProperties files, LongForms longForms, RequestLimits limits, FactorSignIn factorSignIn,
			SecondFactors factors, RecentSignIn recent, CompanyClients company,
			ObjectProvider<CompanySignOnConfiguration.CompanySignOn> companySignOn) {
		companySignOn.ifAvailable((signOn) -> signOn.addTo(http));
		return http
			.authorizeHttpRequests(
					(requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
						.permitAll()
						.anyRequest()
						.access(access))
			.formLogin((form) -> form.loginPage("/login")
				.successHandler(new SignInSuccessHandler(signIns, "password"))
				.failureHandler(SignInFailureHandler.ofPassword()))
			.with(factorSignIn, Customizer.withDefaults())
			.logout((logout) -> logout.addLogoutHandler(signIns).logoutSuccessUrl("/login?signedOut"))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(new SignInRequired())
				.accessDeniedHandler(new StaleForms()))
			.requestCache(AbstractHttpConfigurer::disable)
			// In a cookie, so that the sign-in page creates no session.
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens())
				.ignoringRequestMatchers(routes.nowhere())
				// Their secret is in the address, and their readers may refuse cookies.
				.ignoringRequestMatchers("/shared/**"))
			.headers((headers) -> headers(headers, company))
			.addFilterAfter(new ContinuedSessions(signIns), SecurityContextHolderFilter.class)
			.addFilterAfter(new SignedInAccountFilter(directory, preferences), ContinuedSessions.class)
			.addFilterBefore(new SecondFactorGate(factors, routes.nowhere()), AuthorizationFilter.class)
			.addFilterAfter(new DuePasswordFilter(passwords), AuthorizationFilter.class)
			.addFilterAfter(new ConfirmationGate(recent), DuePasswordFilter.class)
			.addFilterBefore(
					new RequestLimitFilter(limits,
							(request, response) -> response.sendError(HttpStatus.TOO_MANY_REQUESTS.value())),
					CsrfFilter.class)
			.addFilterBefore(new MultipartGate("/users/import|/segments/[0-9]+/members/file", files.getMaxRequestSize(),
					new SignInRequired()), CsrfFilter.class)
			.addFilterBefore(new FormGate(longForms, new SignInRequired()), CsrfFilter.class)
			.build();
	}

	private static CookieCsrfTokenRepository csrfTokens() {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieCustomizer((cookie) -> cookie.sameSite("Lax"));
		return tokens;
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers, CompanyClients company) {
		String targets = Stream.concat(Stream.of("'self'"), company.origins().stream())
			.collect(Collectors.joining(" "));
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_POLICY.formatted(targets)))
			.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((policy) -> policy.policy("camera=(), geolocation=(), microphone=()"));
	}

}
