package dev.segmentation.membership.list;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a checked list as files show it.
 *
 * @param cells all cells of its line
 * @param outcome the name of the message about what it does or did
 * @param problem the reason why it cannot be read; {@code null} when it can
 * @param userId the user that it names; {@code null} without one
 */
public record ListedRow(long line, List<String> cells, String outcome, @Nullable EntryProblem problem,
		@Nullable Long userId) {

}
