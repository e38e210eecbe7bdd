package dev.segmentation.history.web;

import java.util.Collection;

import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.SegmentFit;

import org.springframework.stereotype.Component;

/**
 * The filters of the history of a segment or of users, for the pages that lead to it.
 */
@Component
class HistoryScopes {

	/**
	 * Returns the filter for a segment.
	 */
	public HistoryFilterForm segment(long id, String name) {
		return HistoryFilterForm.EMPTY.ofSegment(new SegmentFit(id, name, 1));
	}

	/**
	 * Returns the filter for users.
	 */
	public HistoryFilterForm users(Collection<Long> ids) {
		return HistoryFilterForm.EMPTY.ofUserIds(ids);
	}

}
