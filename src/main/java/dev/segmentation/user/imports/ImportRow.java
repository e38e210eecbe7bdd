package dev.segmentation.user.imports;

import org.jspecify.annotations.Nullable;

/**
 * A line of a file.
 *
 * @param line the number of its first line in the file; the header is line 1
 * @param externalId {@code null} when there is no value; the same for the other fields
 * @param reason the reason why the line is rejected; {@code null} when it is valid
 */
record ImportRow(long line, @Nullable String externalId, @Nullable String login, @Nullable String email,
		@Nullable ImportReason reason) {
}
