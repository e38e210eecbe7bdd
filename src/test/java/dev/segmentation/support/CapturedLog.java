package dev.segmentation.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * The lines that all threads log during a test.
 */
public final class CapturedLog implements BeforeEachCallback, AfterEachCallback {

	private static final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	@Override
	public void beforeEach(ExtensionContext context) {
		this.appender.list = new CopyOnWriteArrayList<>();
		this.appender.setContext(root.getLoggerContext());
		this.appender.start();
		root.addAppender(this.appender);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		root.detachAppender(this.appender);
	}

	public List<ILoggingEvent> lines() {
		return this.appender.list;
	}

}
