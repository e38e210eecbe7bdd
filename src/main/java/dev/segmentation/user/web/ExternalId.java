package dev.segmentation.user.web;

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
 * An external id of 1 to 64 characters without control characters.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = ExternalId.PATTERN)
@ReportAsSingleViolation
@interface ExternalId {

	/** A character outside the basic plane counts once. */
	String PATTERN = "(?U)\\P{Cntrl}{1,64}";

	String message() default "must have 1 to 64 characters and no control characters";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
