package dev.segmentation.config.security.api;

import dev.segmentation.account.jwt.AccessTokens;
import dev.segmentation.account.token.TokenSecret;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/**
 * Authenticates bearer tokens. Their prefix tells API tokens from access tokens.
 */
@Component
class BearerAuthentication {

	private final ApiTokenAuthentication apiTokens;

	private final AccessTokens accessTokens;

	private final TokenAuthenticationConverter accounts;

	BearerAuthentication(ApiTokenAuthentication apiTokens, AccessTokens accessTokens,
			TokenAuthenticationConverter accounts) {
		this.apiTokens = apiTokens;
		this.accessTokens = accessTokens;
		this.accounts = accounts;
	}

	/**
	 * Finds the account of a token.
	 * @param address the network address of the client
	 * @throws InvalidBearerTokenException when the token is not accepted
	 */
	Authentication authenticate(String token, String address) {
		if (token.startsWith(TokenSecret.PREFIX)) {
			return this.apiTokens.authenticate(token, address);
		}
		try {
			return this.accounts.convert(this.accessTokens.decode(token));
		}
		catch (BadJwtException ex) {
			throw new InvalidBearerTokenException("" + ex.getMessage(), ex);
		}
	}

}
