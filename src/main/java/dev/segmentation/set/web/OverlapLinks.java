package dev.segmentation.set.web;

import dev.segmentation.segment.Segment;
import dev.segmentation.set.SetService;

import org.springframework.stereotype.Component;

/**
 * The sets behind the numbers of a comparison.
 */
@Component
class OverlapLinks {

	/**
	 * Returns the expression for the users that two segments share.
	 */
	public String of(Segment row, Segment column) {
		String first = SetService.quoted(row.name());
		return row.equals(column) ? first : first + " and " + SetService.quoted(column.name());
	}

}
