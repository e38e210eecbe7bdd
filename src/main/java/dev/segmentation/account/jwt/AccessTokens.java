package dev.segmentation.account.jwt;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.crypto.SecretKey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import dev.segmentation.account.TokenSubject;
import dev.segmentation.shared.CurrentAccount;

import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * Issues and reads access tokens: HS256 JWTs with a subject and an expiry.
 */
public class AccessTokens implements JwtDecoder {

	/** The JWT library ignores characters that are not base64. */
	private static final Pattern FORMAT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]*");

	/** The claim that names the session. Tokens of older versions have none. */
	private static final String SESSION = "sid";

	private static final int MAX_CACHED = 10_000;

	private final JwtEncoder encoder;

	private final NimbusJwtDecoder decoder;

	/** Tokens with a valid signature. Clients send the same token in many calls. */
	private final Cache<String, Jwt> signed = Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

	private final Duration ttl;

	private final Clock clock;

	AccessTokens(SecretKey key, Duration ttl, Clock clock) {
		this.encoder = NimbusJwtEncoder.withSecretKey(key).algorithm(MacAlgorithm.HS256).build();
		this.decoder = NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).build();
		this.decoder.setJwtValidator((token) -> OAuth2TokenValidatorResult.success());
		this.ttl = ttl;
		this.clock = clock;
	}

	/**
	 * Issues a token for an account.
	 * @param session the session that the token ends with
	 */
	public String issue(CurrentAccount account, UUID session) {
		Instant now = this.clock.instant();
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.subject(TokenSubject.of(account).text())
			.claim(SESSION, session.toString())
			.issuedAt(now)
			.expiresAt(now.plus(this.ttl))
			.build();
		JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).type("JWT").build();
		return this.encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
	}

	/**
	 * Returns the session of a token that was read.
	 */
	public static Optional<UUID> session(Jwt token) {
		return Optional.ofNullable(token.getClaimAsString(SESSION)).map(UUID::fromString);
	}

	/**
	 * Reads a token.
	 * @throws BadJwtException when the token is invalid; the message gives the reason
	 */
	@Override
	public Jwt decode(String token) {
		Jwt signed = this.signed.get(token, this::verify);
		requireValid(signed);
		return signed;
	}

	private Jwt verify(String token) {
		requireReadable(token);
		try {
			return this.decoder.decode(token);
		}
		catch (JwtException ex) {
			throw new BadJwtException("token signature is invalid");
		}
	}

	private static void requireReadable(String token) {
		try {
			if (!FORMAT.matcher(token).matches()) {
				throw new BadJwtException("token is malformed");
			}
			if (!(JWTParser.parse(token) instanceof SignedJWT parsed)
					|| !JWSAlgorithm.HS256.equals(parsed.getHeader().getAlgorithm())) {
				throw new BadJwtException("token algorithm is not accepted");
			}
			Object subject = parsed.getPayload().toJSONObject().get("sub");
			if (subject != null && !(subject instanceof String)) {
				throw new BadJwtException("token subject is not a string");
			}
			Optional.ofNullable(parsed.getJWTClaimsSet().getStringClaim(SESSION)).ifPresent(UUID::fromString);
		}
		catch (ParseException | RuntimeException ex) {
			throw (ex instanceof BadJwtException bad) ? bad : new BadJwtException("token is malformed");
		}
	}

	/**
	 * Checks each call, because the result changes with time.
	 */
	private void requireValid(Jwt token) {
		Instant now = this.clock.instant();
		if (token.getExpiresAt() == null) {
			throw new BadJwtException("token has no expiry");
		}
		if (!token.getExpiresAt().isAfter(now)) {
			throw new BadJwtException("token is expired");
		}
		if (token.getNotBefore() != null && token.getNotBefore().isAfter(now)) {
			throw new BadJwtException("token is not valid yet");
		}
		if (token.getSubject() == null) {
			throw new BadJwtException("token has no subject");
		}
	}

}
