package dev.segmentation.user;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.segmentation.shared.TypedReference;

/**
 * A reference to a user: {@code id:7}, {@code external_id:c-1}, {@code login:anna} or
 * {@code email:anna@example.com}.
 */
public record UserRef(UserField field, String value) {

	private static final List<String> KEYS = List.of("id", "external_id", "login", "email");

	/**
	 * Reads a text, a number or an object with one key.
	 * @throws dev.segmentation.shared.InvalidReferenceException when it is no reference
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static UserRef read(Object json) {
		TypedReference reference = TypedReference.read(json, KEYS);
		return new UserRef(UserField.valueOf(reference.key().toUpperCase(Locale.ROOT)), reference.value());
	}

	/**
	 * Reads a part of a path.
	 * @throws dev.segmentation.shared.InvalidReferenceException when it is no reference
	 */
	public static UserRef of(String text) {
		return read(text);
	}

	/**
	 * Refers to a user by its id.
	 */
	public static UserRef ofId(long id) {
		return new UserRef(UserField.ID, String.valueOf(id));
	}

	@Override
	public String toString() {
		return this.field.name().toLowerCase(Locale.ROOT) + ":" + this.value;
	}

}
