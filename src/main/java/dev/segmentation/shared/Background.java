package dev.segmentation.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.beans.factory.annotation.Qualifier;

/**
 * The small pool of connections for threads that already hold a connection of the main
 * pool, for example to read a report. They save progress and pieces of files here. A
 * thread that waited for a second connection of the main pool could wait forever, because
 * the other threads may do the same.
 */
@Documented
@Qualifier
@Target({ ElementType.PARAMETER, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
public @interface Background {

}
