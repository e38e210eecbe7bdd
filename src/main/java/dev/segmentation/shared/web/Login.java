package dev.segmentation.shared.web;

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
 * A login of 2 to 64 characters. At least one of them is not blank, and there are no
 * control characters.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@CodePointLength(min = 2, max = 64)
@Pattern(regexp = "(?Us)\\s*+\\S.*")
@Pattern(regexp = "(?U)\\P{Cntrl}*+")
@ReportAsSingleViolation
public @interface Login {

	String message() default "must have 2 to 64 characters, not be blank and have no control characters";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
