package dev.segmentation.membership.member;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.shared.WholeNumber;
import dev.segmentation.shared.refusal.InvalidInputException;

/**
 * A user in a segment, as forms name it: the ids of the segment and the user, for example
 * {@code 3:17}.
 */
public record MembershipKey(long segmentId, long userId) {

	private static final Pattern TEXT = Pattern.compile("([0-9]{1,19}):([0-9]{1,19})");

	/**
	 * Reads the result of {@link #toString()}.
	 * @throws InvalidInputException when the text is invalid
	 */
	public static MembershipKey parse(String text) {
		Matcher key = TEXT.matcher(text);
		try {
			if (key.matches()) {
				return new MembershipKey(WholeNumber.parse(key.group(1)), WholeNumber.parse(key.group(2)));
			}
		}
		catch (NumberFormatException ex) {
			// A number that is too large is invalid like any other text.
		}
		throw new InvalidInputException();
	}

	@Override
	public String toString() {
		return this.segmentId + ":" + this.userId;
	}

}
