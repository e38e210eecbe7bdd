package dev.segmentation.membership.web;

import java.time.Instant;

import dev.segmentation.membership.member.PastMember;
import dev.segmentation.membership.member.PastMemberService;
import dev.segmentation.membership.member.PastSegment;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.web.page.PageLinks;
import dev.segmentation.shared.web.page.PageUrl;
import dev.segmentation.shared.web.page.PageVisit;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Shows the members that a segment had at a moment.
 */
@Component
class PastMembers {

	private static final String VIEW = "members/past";

	private final PastMemberService members;

	private final MomentParser moments;

	PastMembers(PastMemberService members, MomentParser moments) {
		this.members = members;
		this.moments = moments;
	}

	/**
	 * Returns the view of the list. A local time is redirected to the URL with its
	 * instant.
	 */
	String show(SegmentDetails segment, MembersForm list, PageVisit visit, Model model) {
		Instant beginning = this.members.beginning(segment.id()).orElse(null);
		Moment moment = this.moments.parse("as_of", list.moment(), beginning, visit);
		String search = list.filter().search();
		Instant at = moment.instant();
		PageUrl url = PageUrl.of("/segments/" + segment.id()).with("as_of", (at != null) ? at : moment.text());
		if (moment.local()) {
			return "redirect:" + url.with("q", search).first();
		}
		PastSegment past = (at != null) ? this.members.segment(segment.id(), at) : null;
		Cursor cursor = list.cursor();
		Page<PastMember> page = (past != null) ? this.members.list(past, search, cursor) : Page.empty();
		PageUrl export = PageUrl.of("/segments/%d/members/export".formatted(segment.id()))
			.with("as_of", at)
			.with("q", search);
		PageLinks links = url.with("q", search).links(page, cursor);
		model.addAttribute("moment", moment)
			.addAttribute("field", moment.field(visit.zone()))
			.addAttribute("problems", moment.problems())
			.addAttribute("search", search)
			.addAttribute("past", past)
			.addAttribute("page", page)
			.addAttribute("exportUrl", export.first())
			.addAttribute("links", links);
		visit.pushUrl(links.self());
		return VIEW;
	}

}
