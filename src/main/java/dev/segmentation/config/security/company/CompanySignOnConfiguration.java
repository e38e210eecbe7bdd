package dev.segmentation.config.security.company;

import dev.segmentation.account.company.CompanyAccounts;
import dev.segmentation.config.security.signin.PageSignIns;
import dev.segmentation.config.security.signin.SignInSuccessHandler;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/**
 * The company's sign-on by OpenID Connect, if Spring's settings name a provider.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnOAuth2ClientRegistrationProperties
@EnableConfigurationProperties(OAuth2ClientProperties.class)
public class CompanySignOnConfiguration {

	@Bean
	ClientRegistrationRepository companyRegistrations(OAuth2ClientProperties properties) {
		return new CompanyRegistrations(properties);
	}

	/** Spring Security finds this factory of the decoders of ID tokens by its type. */
	@Bean
	CompanyRequests companyRequests() {
		return new CompanyRequests();
	}

	@Bean
	CompanySignOn companySignOn(ClientRegistrationRepository registrations, CompanyRequests requests,
			CompanyAccounts accounts, PageSignIns signIns) {
		CompanySuccessHandler signedIn = new CompanySuccessHandler(
				new SignInSuccessHandler(signIns, CompanyAccounts.WAY));
		return (http) -> addTo(http, registrations, requests, accounts, signedIn);
	}

	private static void addTo(HttpSecurity http, ClientRegistrationRepository registrations, CompanyRequests requests,
			CompanyAccounts accounts, CompanySuccessHandler signedIn) {
		CompanyLogout logout = new CompanyLogout(registrations);
		http.oauth2Login((login) -> login.loginPage("/login")
			.clientRegistrationRepository(registrations)
			.authorizedClientRepository(new NoAuthorizedClients())
			.tokenEndpoint((tokens) -> tokens.accessTokenResponseClient(requests.tokens()))
			.userInfoEndpoint((users) -> users.oidcUserService(new CompanyUserService(requests.users(), accounts)))
			.successHandler(signedIn)
			.failureHandler(new CompanyFailureHandler()))
			.oidcLogout((oidc) -> oidc.oidcSessionRegistry(new NoCompanySessions())
				.backChannel((channel) -> channel.logoutHandler(new CompanyBackChannelLogout(accounts))))
			.logout((each) -> each.addLogoutHandler(logout).logoutSuccessHandler(logout));
	}

	/** Adds the company's sign-on to the security of the pages. */
	@FunctionalInterface
	public interface CompanySignOn {

		void addTo(HttpSecurity http);

	}

}
