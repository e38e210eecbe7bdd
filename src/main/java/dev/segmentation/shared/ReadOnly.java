package dev.segmentation.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Marks a method that changes nothing and returns everything it read. A replica may
 * answer it, and a call that fails there is repeated on the primary. The method runs
 * without a transaction, which saves a round trip to the database. A method that streams
 * its result needs a transaction and uses {@code @Transactional(readOnly = true)}
 * instead.
 */
@Documented
@Inherited
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
public @interface ReadOnly {

}
