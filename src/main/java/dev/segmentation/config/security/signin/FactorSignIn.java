package dev.segmentation.config.security.signin;

import dev.segmentation.account.AccountService;
import dev.segmentation.account.company.LocalSignIn;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Adds the sign-in with a passkey, and the second step after a password, to the pages.
 * Their sessions begin as those of the form with login and password.
 */
@Component
public class FactorSignIn extends AbstractHttpConfigurer<FactorSignIn, HttpSecurity> {

	private final CodeStep code;

	private final PasskeyStep passkey;

	private final AccountService accounts;

	private final PageSignIns signIns;

	private final LocalSignIn local;

	FactorSignIn(CodeStep code, PasskeyStep passkey, AccountService accounts, PageSignIns signIns, LocalSignIn local) {
		this.code = code;
		this.passkey = passkey;
		this.accounts = accounts;
		this.signIns = signIns;
		this.local = local;
	}

	@Override
	public void configure(HttpSecurity http) {
		FactorSignInFilter codes = new FactorSignInFilter("/login/code", this.code, this.accounts, this.local);
		codes.setAuthenticationSuccessHandler(new SignInSuccessHandler(this.signIns, "password and code"));
		codes.setAuthenticationFailureHandler(SignInFailureHandler.ofCode());
		add(http, codes);
		FactorSignInFilter passkeys = new FactorSignInFilter("/login/passkey", this.passkey, this.accounts, this.local);
		passkeys.setAuthenticationSuccessHandler(new SignInSuccessHandler(this.signIns, "passkey"));
		passkeys.setAuthenticationFailureHandler(SignInFailureHandler.ofPasskey());
		add(http, passkeys);
	}

	private static void add(HttpSecurity http, FactorSignInFilter filter) {
		filter.setAuthenticationManager(http.getSharedObject(AuthenticationManager.class));
		filter.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
		filter.setSecurityContextRepository(http.getSharedObject(SecurityContextRepository.class));
		http.addFilterAfter(filter, UsernamePasswordAuthenticationFilter.class);
	}

}
