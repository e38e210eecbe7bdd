package dev.segmentation.segment;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A page controller whose paths name a segment as {@code {id}}. Its handlers and
 * templates find the {@link SegmentDetails} in the model as {@code segment}; an unknown
 * id is answered with 404 before any handler runs.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SegmentScoped {

}
