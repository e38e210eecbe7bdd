package dev.segmentation.history;

import java.time.ZoneId;
import java.util.List;

import dev.segmentation.shared.InputProblem;

/**
 * A filter form as the program understands it.
 *
 * @param zone the time zone of the month and the days
 * @param problems what it does not understand; the filter may be used only without
 * problems
 * @param fits the segments that the text of the segment fits, when there are several
 */
public record ParsedFilter(HistoryFilter filter, ZoneId zone, List<InputProblem> problems, List<SegmentFit> fits) {

	public boolean isValid() {
		return this.problems.isEmpty();
	}

}
