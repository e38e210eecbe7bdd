package dev.segmentation.config.security.api;

import dev.segmentation.account.token.RefusedTokenException;
import dev.segmentation.account.token.TokenAuthentication;
import dev.segmentation.config.security.Authorities;
import dev.segmentation.shared.CurrentAccount;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.security.core.Authentication;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Authenticates API tokens.
 */
@Component
class ApiTokenAuthentication implements AuthenticationManager {

	private final TokenAuthentication tokens;

	ApiTokenAuthentication(TokenAuthentication tokens) {
		this.tokens = tokens;
	}

	@Override
	public Authentication authenticate(Authentication claim) {
		return authenticate(((BearerTokenAuthenticationToken) claim).getToken(), address(claim));
	}

	Authentication authenticate(String secret, @Nullable String address) {
		try {
			CurrentAccount account = this.tokens.authenticate(secret, address);
			MDC.put("account", account.login());
			return UsernamePasswordAuthenticationToken.authenticated(account, null, Authorities.of(account.role()));
		}
		catch (RefusedTokenException ex) {
			throw new InvalidBearerTokenException("" + ex.getMessage());
		}
	}

	private static @Nullable String address(Authentication claim) {
		return (claim.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress() : null;
	}

}
