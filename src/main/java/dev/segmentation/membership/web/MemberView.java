package dev.segmentation.membership.web;

import dev.segmentation.membership.MemberFilter;
import dev.segmentation.membership.MemberPage;
import dev.segmentation.membership.MemberService;
import dev.segmentation.segment.SegmentService;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What the page of a segment's members shows.
 */
@Component
class MemberView {

	/** The page. */
	static final String PAGE = "members/list";

	private final MemberService members;

	private final SegmentService segments;

	MemberView(MemberService members, SegmentService segments) {
		this.members = members;
		this.segments = segments;
	}

	/**
	 * Puts the segment and some of its members before the reader.
	 */
	void fill(long segmentId, MemberListRequest request, Model model) {
		fillSegment(segmentId, model);
		MemberFilter filter = request.filter();
		MemberPage page = this.members.list(segmentId, filter);
		model.addAttribute("filter", filter)
			.addAttribute("page", page)
			.addAttribute("links", request.links(segmentId, page));
	}

	/**
	 * Puts the segment before the reader.
	 */
	void fillSegment(long segmentId, Model model) {
		model.addAttribute("segment", this.segments.details(segmentId));
	}

}
