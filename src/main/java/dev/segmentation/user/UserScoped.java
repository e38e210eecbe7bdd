package dev.segmentation.user;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a page controller whose paths name a user as {@code {id}}. The model contains the
 * {@link UserDetails} as {@code user} for its handlers and templates. An unknown id gets
 * the answer 404 before any handler runs.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UserScoped {

}
