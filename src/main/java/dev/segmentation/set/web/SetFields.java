package dev.segmentation.set.web;

import java.util.Optional;

import dev.segmentation.set.InvalidSetException;
import dev.segmentation.set.SetExpression;
import dev.segmentation.set.SetService;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Reads the expression in the field {@code of} of a form.
 */
@Component
class SetFields {

	private final SetService sets;

	SetFields(SetService sets) {
		this.sets = sets;
	}

	/**
	 * Returns the expression.
	 * @return empty when it is invalid; the field then has the error
	 */
	Optional<SetExpression> read(String of, Errors errors) {
		try {
			return Optional.of(this.sets.parse(of));
		}
		catch (InvalidSetException ex) {
			errors.rejectValue("of", ex.key(), ex.arguments().toArray(), null);
			return Optional.empty();
		}
	}

}
