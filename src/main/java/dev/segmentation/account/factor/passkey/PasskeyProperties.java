package dev.segmentation.account.factor.passkey;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of passkeys.
 *
 * @param origin the address of the pages, such as {@code https://segments.example.com};
 * without it, the address of each request
 */
@ConfigurationProperties("segmentation.passkeys")
public record PasskeyProperties(@Nullable String origin) {

	private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?");

	public PasskeyProperties {
		if (origin != null && !ORIGIN.matcher(origin).matches()) {
			throw new IllegalArgumentException(("SEGMENTATION_PASSKEYS_ORIGIN has the invalid value \"%s\"."
					+ " It must be an address without a path, such as https://segments.example.com.")
				.formatted(origin));
		}
	}

}
