package dev.segmentation.history.line;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of lines, oldest first.
 *
 * @param next the position after the page; {@code null} at the end of the history
 */
public record HistoryPage(List<HistoryLine> lines, @Nullable HistoryCursor next) {

	/**
	 * Creates a page.
	 * @param linesAndOne the lines that were read, one more than the page contains if the
	 * history continues
	 */
	static HistoryPage of(List<HistoryLine> linesAndOne, int size) {
		if (linesAndOne.size() <= size) {
			return new HistoryPage(linesAndOne, null);
		}
		return new HistoryPage(linesAndOne.subList(0, size), HistoryCursor.after(linesAndOne.get(size - 1)));
	}

}
