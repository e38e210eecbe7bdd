package dev.segmentation.user.imports;

import org.jspecify.annotations.Nullable;

/**
 * A line of a file, as it was read.
 *
 * @param line where it begins; the header is line 1
 * @param externalId {@code null} when there is none
 * @param reason why it is malformed; {@code null} when it is not
 */
record ImportRow(long line, @Nullable String externalId, @Nullable String login, @Nullable String email,
		@Nullable ImportReason reason) {
}
