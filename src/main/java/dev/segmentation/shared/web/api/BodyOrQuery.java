package dev.segmentation.shared.web.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record that a GET request reads from its query string and, for clients of the
 * reference service, from a JSON body. If both contain a field, the query takes
 * precedence. Commas separate the items of a list in the query.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyOrQuery {

}
