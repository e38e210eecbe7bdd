package dev.segmentation.history;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of the history, oldest first.
 *
 * @param next where to go on; {@code null} at the end
 */
public record HistoryPage(List<HistoryLine> lines, @Nullable HistoryCursor next) {

	/**
	 * Cuts off what was read to see whether there is more.
	 */
	static HistoryPage of(List<HistoryLine> linesAndOne, int size) {
		if (linesAndOne.size() <= size) {
			return new HistoryPage(linesAndOne, null);
		}
		return new HistoryPage(linesAndOne.subList(0, size), HistoryCursor.after(linesAndOne.get(size - 1)));
	}

}
