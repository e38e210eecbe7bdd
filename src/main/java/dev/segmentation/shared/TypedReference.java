package dev.segmentation.shared;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a reference says: {@code login:anna}, or {@code {"login": "anna"}}. A bare number
 * is an id. Nothing is guessed.
 */
public record TypedReference(String key, String value) {

	private static final String ID = "id";

	private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}");

	/**
	 * Reads a reference from JSON or from a path.
	 * @param json a text, a number or an object with exactly one key
	 * @param keys the permitted keys
	 * @throws InvalidReferenceException when it cannot be read, or has another key
	 */
	public static TypedReference read(Object json, List<String> keys) {
		return switch (json) {
			case Integer number -> ofKey(ID, number.toString(), keys);
			case Long number -> ofKey(ID, number.toString(), keys);
			case BigInteger number -> ofKey(ID, number.toString(), keys);
			case String text when NUMBER.matcher(text).matches() -> ofKey(ID, text, keys);
			case String text when text.indexOf(':') > 0 ->
				ofKey(text.substring(0, text.indexOf(':')), text.substring(text.indexOf(':') + 1), keys);
			case Map<?, ?> object when object.size() == 1 -> ofEntry(object.entrySet().iterator().next(), keys);
			default -> throw new InvalidReferenceException(keys);
		};
	}

	private static TypedReference ofEntry(Map.Entry<?, ?> entry, List<String> keys) {
		boolean text = entry.getValue() instanceof String;
		boolean number = ID.equals(entry.getKey()) && entry.getValue() instanceof Number;
		if (!text && !number) {
			throw new InvalidReferenceException(keys);
		}
		return ofKey("" + entry.getKey(), "" + entry.getValue(), keys);
	}

	private static TypedReference ofKey(String key, String value, List<String> keys) {
		boolean storable = value.codePoints()
			.noneMatch((c) -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
		if (!keys.contains(key) || value.isEmpty() || !storable || (key.equals(ID) && !isLong(value))) {
			throw new InvalidReferenceException(keys);
		}
		return new TypedReference(key, value);
	}

	private static boolean isLong(String value) {
		return NUMBER.matcher(value).matches() && new BigInteger(value).bitLength() < Long.SIZE;
	}

	/**
	 * Returns the reference as a text.
	 */
	@Override
	public String toString() {
		return this.key + ":" + this.value;
	}

}
