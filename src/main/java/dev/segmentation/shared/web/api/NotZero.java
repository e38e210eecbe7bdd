package dev.segmentation.shared.web.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * A number other than 0. Clients written in Go send 0 for a missing number, and the
 * reference service refuses both.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NotZero.Validator.class)
public @interface NotZero {

	String message() default "must not be 0";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/**
	 * Checks the number.
	 */
	class Validator implements ConstraintValidator<NotZero, Long> {

		@Override
		public boolean isValid(@Nullable Long number, ConstraintValidatorContext context) {
			return number == null || number != 0;
		}

	}

}
