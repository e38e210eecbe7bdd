package dev.segmentation.shared.web.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record that a GET reads from its query string and, for clients of old, from a
 * JSON body; where both name a field, the query wins. A list in the query is separated by
 * commas.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyOrQuery {

}
