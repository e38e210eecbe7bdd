package dev.segmentation.membership.list.web;

import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageVisit;

/**
 * A request for the page of a pasted list, which may be missing.
 */
record ListVisit(SegmentDetails segment, long listId, PageVisit page) {

	CurrentAccount account() {
		return this.page.account();
	}

}
