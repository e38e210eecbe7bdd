package dev.segmentation.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

	private static final int KEY_BYTES = 32;

	/**
	 * Uses PBKDF2 for new passwords, because bcrypt accepts at most 72 bytes and 64
	 * characters can have 256. Half of the processors stay free for other requests.
	 */
	@Bean
	PasswordEncoder passwordEncoder(AccountProperties properties) {
		PasswordEncoder encoder = new DelegatingPasswordEncoder("pbkdf2",
				Map.of("pbkdf2", Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8(), "bcrypt",
						new BCryptPasswordEncoder(), SaltedSha1PasswordEncoder.ID,
						new SaltedSha1PasswordEncoder(properties.hashSalt())));
		return new BoundedPasswordEncoder(encoder, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
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
