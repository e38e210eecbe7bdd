package dev.segmentation.segment.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/**
 * A {@link SegmentName} typed on a page. It contains no control characters, such as line
 * breaks, because they are invisible.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@SegmentName
@Pattern(regexp = "\\P{Cc}*")
@ReportAsSingleViolation
@interface PageSegmentName {

	String message() default "{segments.form.name.invalid}";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
