package dev.segmentation.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.segmentation.Application;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test of the whole application over real HTTP. Each class has its own database. Inject
 * {@link Api}, {@link TestDatabase} and {@link SignedIn}. These classes share one
 * application, so they run one after another. Classes of other kinds run beside them.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.SAME_THREAD)
@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=switchable", "segmentation.hash-salt=" + HttpTest.HASH_SALT })
@Import(HttpTestConfiguration.class)
@TestExecutionListeners(listeners = FreshDatabaseListener.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface HttpTest {

	/** The salt of password hashes of the reference service. */
	String HASH_SALT = "old salt";

}
