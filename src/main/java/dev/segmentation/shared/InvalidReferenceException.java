package dev.segmentation.shared;

/**
 * A text or a value is no reference.
 */
public class InvalidReferenceException extends IllegalArgumentException {

	InvalidReferenceException(Iterable<String> keys) {
		super("A reference is a number, or one of these keys with a value: " + String.join(", ", keys));
	}

}
