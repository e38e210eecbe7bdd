package dev.segmentation.config.security.api;

import dev.segmentation.account.token.TokenSecret;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Chooses between API tokens and access tokens by the prefix of the token.
 */
class BearerAuthentication implements AuthenticationManager {

	private final AuthenticationManager apiTokens;

	private final AuthenticationManager accessTokens;

	BearerAuthentication(AuthenticationManager apiTokens, AuthenticationManager accessTokens) {
		this.apiTokens = apiTokens;
		this.accessTokens = accessTokens;
	}

	@Override
	public Authentication authenticate(Authentication claim) {
		boolean apiToken = claim instanceof BearerTokenAuthenticationToken bearer
				&& bearer.getToken().startsWith(TokenSecret.PREFIX);
		return (apiToken ? this.apiTokens : this.accessTokens).authenticate(claim);
	}

}
