package dev.segmentation.shared.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Marks methods that only read and return their whole result. A replica may answer them,
 * and a read that fails there is repeated on the primary. Such a method gets no database
 * transaction, because each COMMIT costs a round trip. A method that hands rows over
 * while it reads is {@code @Transactional(readOnly = true)} instead.
 */
@Documented
@Inherited
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
public @interface ReadOnly {

}
