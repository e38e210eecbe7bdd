package dev.segmentation.config.security.api;

import java.util.Optional;

import dev.segmentation.account.AccountDirectory;
import dev.segmentation.account.AccountProperties;
import dev.segmentation.account.AccountProperties.SignUpPolicy;
import dev.segmentation.account.TokenSubject;
import dev.segmentation.account.jwt.AccessTokens;
import dev.segmentation.config.security.Authorities;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import org.slf4j.MDC;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/**
 * Finds the account of a token and its role in the API.
 */
@Component
class TokenAuthenticationConverter implements Converter<Jwt, AbstractAuthenticationToken> {

	private final AccountDirectory accounts;

	private final SignUpPolicy signUp;

	TokenAuthenticationConverter(AccountDirectory accounts, AccountProperties properties) {
		this.accounts = accounts;
		this.signUp = properties.signUp();
	}

	@Override
	public AbstractAuthenticationToken convert(Jwt token) {
		CurrentAccount account = Optional.ofNullable(token.getSubject())
			.flatMap(TokenSubject::parse)
			.flatMap((subject) -> this.accounts.find(subject, AccessTokens.session(token).orElse(null)))
			.orElseThrow(() -> new InvalidBearerTokenException("token subject is unknown"));
		MDC.put("account", account.login());
		return UsernamePasswordAuthenticationToken.authenticated(account, null, Authorities.of(effectiveRole(account)));
	}

	private Role effectiveRole(CurrentAccount account) {
		boolean promoted = account.role() == Role.MEMBER && this.signUp == SignUpPolicy.OPEN;
		return promoted ? Role.EDITOR : account.role();
	}

}
