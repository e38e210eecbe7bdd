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
import org.hibernate.validator.constraints.CodePointLength;

/**
 * A name of 2 to 64 characters, at least one of them not blank. It may contain any
 * characters, also line breaks and emoji.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@CodePointLength(min = 2, max = 64)
@Pattern(regexp = "(?Us).*\\S.*")
@ReportAsSingleViolation
@interface SegmentName {

	String message() default "must have 2 to 64 characters and not be blank";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
