package dev.segmentation.support;

import org.springframework.boot.logging.logback.LogbackLoggingSystem;

/**
 * Configures the log of all applications in the process of the tests once. Otherwise the
 * start of one application would detach the appenders of another one's tests.
 */
public class KeptLoggingSystem extends LogbackLoggingSystem {

	public KeptLoggingSystem(ClassLoader classLoader) {
		super(classLoader);
	}

	/** An application has ended. The others still log. */
	@Override
	public void cleanUp() {
		// Keeps the configuration.
	}

}
