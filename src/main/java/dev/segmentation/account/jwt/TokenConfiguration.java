package dev.segmentation.account.jwt;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

	private static final int KEY_BYTES = 32;

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
