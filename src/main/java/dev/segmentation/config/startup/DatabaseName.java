package dev.segmentation.config.startup;

import org.springframework.core.env.Environment;

/**
 * How a database is called in what people read: by its address, without the parameters,
 * among which a password may be.
 */
final class DatabaseName {

	private DatabaseName() {
	}

	static String in(Environment environment) {
		String url = environment.getProperty("spring.datasource.url", "of the application");
		return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
	}

}
