package dev.segmentation.user.imports;

import org.jspecify.annotations.Nullable;

/**
 * A line of an import, to be shown.
 *
 * @param verdict what the dry run or the import made of it
 * @param reason why it is rejected; {@code null} when it is not
 * @param argument what the reason speaks of; empty when it speaks of nothing
 * @param current the user it changes, as that is now; {@code null} for all other lines
 */
public record ImportLine(long line, @Nullable String externalId, @Nullable String login, @Nullable String email,
		Verdict verdict, @Nullable ImportReason reason, String argument, @Nullable Current current) {

	/**
	 * What a line means.
	 */
	public enum Verdict {

		NEW, KNOWN, CHANGED, MALFORMED, DOUBLED, LATE

	}

	/**
	 * A user as it is before the import.
	 */
	public record Current(long userId, @Nullable String externalId, String login, String email) {
	}

}
