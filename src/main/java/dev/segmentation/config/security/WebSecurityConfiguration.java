package dev.segmentation.config.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Everything beside the API: health, the documentation, and errors. What is not named
 * here does not exist to strangers.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurityConfiguration {

	@Bean
	@Order(2)
	SecurityFilterChain webSecurity(HttpSecurity http, UnroutedRequests unrouted) {
		return http
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers("/", "/ping", "/docs/**", "/v3/api-docs/**", "/actuator/health/**")
				.permitAll()
				.anyRequest()
				.denyAll())
			.csrf((csrf) -> csrf.ignoringRequestMatchers(unrouted))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(
					(request, response, ex) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)))
			.build();
	}

	/**
	 * What the routes can answer is not refused before: any method, with 405, and any
	 * header, as a token that is none.
	 */
	@Bean
	StrictHttpFirewall httpFirewall() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setUnsafeAllowAnyHttpMethod(true);
		firewall.setAllowedHeaderValues((value) -> true);
		return firewall;
	}

}
