package dev.segmentation.user.imports;

import org.jspecify.annotations.Nullable;

/**
 * A line of an import as pages show it.
 *
 * @param verdict the result of the dry run or the import for this line
 * @param reason the reason why it is rejected; {@code null} for other lines
 * @param argument the argument of the reason; empty when the reason has none
 * @param current the user that it changes, as stored now; {@code null} for other lines
 */
public record ImportLine(long line, @Nullable String externalId, @Nullable String login, @Nullable String email,
		Verdict verdict, @Nullable ImportReason reason, String argument, @Nullable Current current) {

	/**
	 * The kind of a line, as the database spells it.
	 */
	public enum Verdict {

		NEW, KNOWN, CHANGED, MALFORMED, DOUBLED, LATE

	}

	/**
	 * A user before the import.
	 */
	public record Current(long userId, @Nullable String externalId, String login, String email) {
	}

}
