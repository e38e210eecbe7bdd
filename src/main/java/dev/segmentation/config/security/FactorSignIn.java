package dev.segmentation.config.security;

import dev.segmentation.account.AccountService;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Adds the sign-in with a passkey, and the second step after a password, to the pages.
 * Their sessions begin as those of the form with login and password.
 */
@Component
class FactorSignIn extends AbstractHttpConfigurer<FactorSignIn, HttpSecurity> {

	static final String CODE_PATH = "/login/code";

	static final String PASSKEY_PATH = "/login/passkey";

	private final CodeStep code;

	private final PasskeyStep passkey;

	private final AccountService accounts;

	FactorSignIn(CodeStep code, PasskeyStep passkey, AccountService accounts) {
		this.code = code;
		this.passkey = passkey;
		this.accounts = accounts;
	}

	@Override
	public void configure(HttpSecurity http) {
		add(http, new FactorSignInFilter(CODE_PATH, this.code, this.accounts), SignInFailureHandler.ofCode());
		add(http, new FactorSignInFilter(PASSKEY_PATH, this.passkey, this.accounts), SignInFailureHandler.ofPasskey());
	}

	private static void add(HttpSecurity http, FactorSignInFilter filter, SignInFailureHandler failures) {
		filter.setAuthenticationManager(http.getSharedObject(AuthenticationManager.class));
		filter.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
		filter.setSecurityContextRepository(http.getSharedObject(SecurityContextRepository.class));
		@Nullable RememberMeServices remembered = http.getSharedObject(RememberMeServices.class);
		if (remembered != null) {
			filter.setRememberMeServices(remembered);
		}
		filter.setAuthenticationSuccessHandler(new SignInSuccessHandler());
		filter.setAuthenticationFailureHandler(failures);
		http.addFilterAfter(filter, UsernamePasswordAuthenticationFilter.class);
	}

}
