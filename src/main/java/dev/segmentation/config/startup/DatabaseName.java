package dev.segmentation.config.startup;

import org.springframework.core.env.Environment;

/**
 * The name of the database in messages: its URL without user and parameters, which may
 * contain a password.
 */
final class DatabaseName {

	private DatabaseName() {
	}

	static String in(Environment environment) {
		String url = environment.getProperty("spring.datasource.url", "of the application");
		return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
	}

}
