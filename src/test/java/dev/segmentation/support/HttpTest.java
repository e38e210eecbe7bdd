package dev.segmentation.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.segmentation.Application;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test of the whole application over real HTTP, on a database of the class's own.
 * Inject {@link Api} and {@link TestDatabase}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "spring.datasource.url=switchable")
@Import(HttpTestConfiguration.class)
@TestExecutionListeners(listeners = FreshDatabaseListener.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface HttpTest {

}
