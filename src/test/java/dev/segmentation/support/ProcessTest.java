package dev.segmentation.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test that starts the application as a process. Two such classes never run at the same
 * time, because their starts would slow each other down and unpack the same programs.
 * They come before other classes, so that they do not run alone in the end.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Order(ProcessTest.ORDER)
@ResourceLock("application processes")
public @interface ProcessTest {

	/** The order of these classes. */
	int ORDER = 1;

}
