package dev.segmentation.membership.list;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a list of users.
 *
 * @param line its line in the file; its number in a pasted text
 * @param text what names the user; empty when the line lacks it
 * @param until the entry's own end; {@code null} without one
 * @param problem the reason why it cannot be read; {@code null} when it can
 * @param cells all cells of the line
 */
record ListEntry(long line, String text, @Nullable Instant until, @Nullable EntryProblem problem, List<String> cells) {

	static ListEntry of(long line, String text) {
		return new ListEntry(line, text, null, null, List.of(text));
	}

}
