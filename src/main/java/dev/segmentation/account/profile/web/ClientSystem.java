package dev.segmentation.account.profile.web;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Finds the operating system in a {@code User-Agent} header. Browsers name few of them,
 * and in the same way for years. A library that knows all devices has thousands of
 * patterns and needs updates.
 */
enum ClientSystem {

	/** Android and ChromeOS name Linux too, and an iPhone names "like Mac OS X". */
	ANDROID("Android", "Android"), CHROME_OS("CrOS", "ChromeOS"), IPHONE("iPhone", "iPhone"), IPAD("iPad", "iPad"),
	WINDOWS("Windows", "Windows"), MAC_OS("Mac OS X", "macOS"), LINUX("Linux", "Linux");

	private final String token;

	private final String text;

	ClientSystem(String token, String text) {
		this.token = token;
		this.text = text;
	}

	static @Nullable String of(@Nullable String userAgent) {
		return Arrays.stream(values())
			.filter((system) -> userAgent != null && userAgent.contains(system.token))
			.findFirst()
			.map((system) -> system.text)
			.orElse(null);
	}

}
