package dev.segmentation.account.jwt;

import java.time.Duration;
import java.util.Base64;

import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of tokens.
 *
 * @param key the key that signs access tokens: base64 of at least 32 bytes; without it,
 * the application generates one and keeps it in the database
 * @param accessTtl the lifetime of an access token
 * @param refreshTtl the lifetime of a refresh token, which outlasts the access tokens of
 * its session
 */
@Validated
@ConfigurationProperties("segmentation.jwt")
public record JwtProperties(@Nullable String key,
		@DefaultValue("15m") @DurationMin(seconds = 1, message = "must be at least 1s") Duration accessTtl,
		@DefaultValue("720h") @DurationMin(seconds = 1, message = "must be at least 1s") Duration refreshTtl) {

	private static final int KEY_BYTES = 32;

	public JwtProperties {
		if (key != null && !isLongEnough(key)) {
			throw new IllegalArgumentException(
					"SEGMENTATION_JWT_KEY must be at least 32 bytes in base64. Create one with  openssl rand -base64 32");
		}
		if (refreshTtl.compareTo(accessTtl) < 0 && !refreshTtl.isNegative()) {
			throw new IllegalArgumentException(
					"SEGMENTATION_JWT_REFRESH_TTL must not be shorter than SEGMENTATION_JWT_ACCESS_TTL.");
		}
	}

	private static boolean isLongEnough(String key) {
		try {
			return Base64.getDecoder().decode(key).length >= KEY_BYTES;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
