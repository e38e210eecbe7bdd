package dev.segmentation.shared.web.api.v2;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller of version 2 of the API. Its bodies are read strictly, and its
 * refusals are {@link Problem problems}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Version2 {

	/** The start of all its paths. */
	String PATHS = "/api/v2/";

}
