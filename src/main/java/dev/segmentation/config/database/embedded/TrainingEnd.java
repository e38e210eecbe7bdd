package dev.segmentation.config.database.embedded;

import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.SpringProperties;

/**
 * Stops the embedded server at the end of a start with
 * {@code -Dspring.context.exit=onRefresh}. Spring then halts the JVM, and neither closes
 * beans nor runs shutdown hooks.
 */
class TrainingEnd extends DefaultLifecycleProcessor {

	private final EmbeddedDatabase database;

	TrainingEnd(EmbeddedDatabase database) {
		this.database = database;
	}

	@Override
	public void onRefresh() {
		if (ON_REFRESH_VALUE.equalsIgnoreCase(SpringProperties.getProperty(EXIT_PROPERTY_NAME))) {
			this.database.close();
		}
		super.onRefresh();
	}

}
