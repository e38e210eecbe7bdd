package dev.segmentation.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * The versions of the program and of its embedded PostgreSQL, as the build wrote them.
 */
public final class ProgramInfo {

	private static final Properties PROPERTIES = read();

	private ProgramInfo() {
	}

	/** For example {@code 0.1.0}. */
	public static String version() {
		return value("build.version");
	}

	/** For example {@code 18}. */
	public static String postgresMajorVersion() {
		return value("build.postgresql").split("\\.")[0];
	}

	private static String value(String key) {
		return Objects.requireNonNull(PROPERTIES.getProperty(key));
	}

	private static Properties read() {
		try {
			return PropertiesLoaderUtils.loadProperties(new ClassPathResource("META-INF/build-info.properties"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
