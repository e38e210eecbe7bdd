package dev.segmentation.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.segmentation.Application;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test of the whole application in headless Chromium. The PATH must contain Chromium
 * and its driver. These classes share two applications ({@link BrowserLane}). They are
 * others than that of {@link HttpTest}, so that classes of both kinds run at the same
 * time. They come before classes that wait for nobody, so that they do not run alone in
 * the end.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Order(ProcessTest.ORDER + 1)
@ResourceLock(providers = BrowserLane.class)
@ContextCustomizerFactories(BrowserLane.class)
@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=switchable", "test.kind=browser" })
@Import(HttpTestConfiguration.class)
@TestExecutionListeners(listeners = FreshDatabaseListener.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@ExtendWith(BrowserExtension.class)
public @interface BrowserTest {

}
