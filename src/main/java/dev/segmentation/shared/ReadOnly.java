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
 * Changes nothing, and gives back all that it has read. So a replica may answer, and what
 * fails there is repeated on the primary. Needs no transaction, which would cost a second
 * round trip to the database; what is handed over bit by bit needs one, and is
 * {@code @Transactional(readOnly = true)}.
 */
@Documented
@Inherited
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
public @interface ReadOnly {

}
