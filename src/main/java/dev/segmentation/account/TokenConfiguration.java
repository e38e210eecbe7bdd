package dev.segmentation.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

	private static final int KEY_BYTES = 32;

	/**
	 * Half of the processors stay free for other requests. Each hash at work takes 19 MiB
	 * of the heap.
	 */
	@Bean
	PasswordEncoder passwordEncoder(AccountProperties properties) {
		return new BoundedPasswordEncoder(PasswordHashes.all(PasswordHashes.recommended(), properties.hashSalt()),
				Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
	}

	@Bean
	AccessTokens accessTokens(JwtProperties properties, SecretKey signingKey, Clock clock) {
		return new AccessTokens(signingKey, properties.accessTtl(), clock);
	}

	@Bean
	Signatures signatures(SecretKey signingKey) {
		return new Signatures(signingKey);
	}

	@Bean
	SecretKey signingKey(JwtProperties properties, SigningKeyRepository keys) {
		String configured = properties.key();
		if (configured != null) {
			return new SecretKeySpec(Base64.getDecoder().decode(configured), "HmacSHA256");
		}
		byte[] candidate = new byte[KEY_BYTES];
		new SecureRandom().nextBytes(candidate);
		return new SecretKeySpec(keys.findOrInsert(candidate), "HmacSHA256");
	}

}
