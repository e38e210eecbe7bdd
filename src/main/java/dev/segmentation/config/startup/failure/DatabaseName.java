package dev.segmentation.config.startup.failure;

import org.springframework.core.env.Environment;

/**
 * The name of the database in messages: its URL without user and parameters, which may
 * contain a password.
 */
public final class DatabaseName {

	private DatabaseName() {
	}

	public static String in(Environment environment) {
		String url = environment.getProperty("spring.datasource.url", "of the application");
		return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
	}

}
