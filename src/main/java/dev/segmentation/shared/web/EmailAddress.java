package dev.segmentation.shared.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * An e-mail address of at most 64 characters without control characters.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@CodePointLength(min = 1, max = 64)
@Email
@Pattern(regexp = "(?U)\\P{Cntrl}*+")
@ReportAsSingleViolation
public @interface EmailAddress {

	String message() default "must be an e-mail address of at most 64 characters";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
