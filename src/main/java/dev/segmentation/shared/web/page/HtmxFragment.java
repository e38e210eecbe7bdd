package dev.segmentation.shared.web.page;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the fragment of the handler's template that answers htmx. Browsers without
 * JavaScript, boosted links and restored history entries get the whole page.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface HtmxFragment {

	/**
	 * The name of the fragment.
	 */
	String value();

	/**
	 * The name of the fragment when the form has errors; the same one by default.
	 */
	String invalid() default "";

}
