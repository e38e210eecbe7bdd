package dev.segmentation.history;

import java.util.List;

import dev.segmentation.shared.InputProblem;

/**
 * A filter form as the program understands it.
 *
 * @param problems what it does not understand; the filter may be used only without
 * problems
 * @param fits the segments that the text of the segment fits, when there are several
 */
public record ParsedFilter(HistoryFilter filter, List<InputProblem> problems, List<SegmentFit> fits) {

	public boolean isValid() {
		return this.problems.isEmpty();
	}

}
