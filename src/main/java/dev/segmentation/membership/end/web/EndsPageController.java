package dev.segmentation.membership.end.web;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.segmentation.membership.member.EndingFilter;
import dev.segmentation.membership.member.EndingMember;
import dev.segmentation.membership.member.EndingMemberService;
import dev.segmentation.membership.member.MemberFilter;
import dev.segmentation.segment.Segment;
import dev.segmentation.segment.SegmentOwners;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageLinks;
import dev.segmentation.shared.web.page.PageVisit;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Lists the memberships of all segments that end soon.
 */
@PageController
class EndsPageController {

	private final EndingMemberService members;

	private final SegmentService segments;

	private final SegmentOwners owners;

	private final Clock clock;

	EndsPageController(EndingMemberService members, SegmentService segments, SegmentOwners owners, Clock clock) {
		this.members = members;
		this.segments = segments;
		this.owners = owners;
		this.clock = clock;
	}

	@GetMapping("/ends")
	@HtmxFragment("update")
	String list(@ModelAttribute("query") EndsForm query, PageVisit visit, Model model) {
		Optional<Segment> segment = query.segment().isEmpty() ? Optional.empty()
				: this.segments.findNamesake(query.segment(), 0);
		boolean unknown = segment.isEmpty() && !query.segment().isEmpty();
		EndingFilter filter = query.filter(this.clock, visit.zone(), segment.map(Segment::id).orElse(null));
		Page<EndingMember> page = unknown ? Page.empty() : this.members.list(filter, query.cursor());
		PageLinks links = query.url().links(page, query.cursor());
		model.addAttribute("page", page)
			.addAttribute("links", links)
			.addAttribute("only", segment.orElse(null))
			.addAttribute("unknown", unknown)
			.addAttribute("total", unknown ? Long.valueOf(0) : total(filter))
			.addAttribute("counted", EndingMemberService.COUNTED)
			.addAttribute("day", query.day().orElse(null))
			.addAttribute("days", EndsForm.days(this.clock, visit.zone()))
			.addAttribute("sources", MemberFilter.SOURCES)
			.addAttribute("changeable", changeable(page, visit));
		visit.pushUrl(links.self());
		return "members/ending";
	}

	/** A source is not counted, because each membership would have to be read. */
	private @Nullable Long total(EndingFilter filter) {
		return (filter.source() == null) ? (Long) this.members.count(filter) : null;
	}

	private Set<Long> changeable(Page<EndingMember> page, PageVisit visit) {
		return this.owners.changeable(
				page.items().stream().map((member) -> member.key().segmentId()).collect(Collectors.toSet()),
				visit.account());
	}

}
