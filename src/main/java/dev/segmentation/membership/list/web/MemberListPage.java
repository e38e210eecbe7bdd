package dev.segmentation.membership.list.web;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

import dev.segmentation.membership.end.Ttl;
import dev.segmentation.membership.list.MatchedEntry;
import dev.segmentation.membership.list.MemberList;
import dev.segmentation.membership.list.MemberListService;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.shared.web.page.PageUrl;
import dev.segmentation.user.UserField;
import dev.segmentation.user.UserResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Shows a pasted list, or says why it can no longer be shown.
 */
@Component
class MemberListPage {

	private final MemberListService lists;

	private final SegmentService segments;

	private final UserResolver users;

	private final Clock clock;

	MemberListPage(MemberListService lists, SegmentService segments, UserResolver users, Clock clock) {
		this.lists = lists;
		this.segments = segments;
		this.users = users;
		this.clock = clock;
	}

	static String url(long segmentId, long listId) {
		return "/segments/%d/members/lists/%d".formatted(segmentId, listId);
	}

	/**
	 * Answers with a list, or explains why the list is missing.
	 */
	String answer(ListVisit visit, Model model, Function<MemberList, String> answer) {
		try {
			return answer.apply(find(visit));
		}
		catch (NotFoundException ex) {
			return explain(visit, model);
		}
	}

	MemberList find(ListVisit visit) {
		MemberList list = this.lists.get(visit.listId(), visit.account());
		if (list.segmentId() != visit.segment().id()) {
			throw MemberList.notFound();
		}
		return list;
	}

	/**
	 * Explains why there is no list: another account has pasted it, it was deleted after
	 * a day, or its segment was deleted meanwhile.
	 */
	String explain(ListVisit visit, Model model) {
		visit.page().answer(HttpStatus.NOT_FOUND);
		boolean deleted = !this.segments.exists(visit.segment().id());
		String reason = this.lists.exists(visit.listId(), visit.segment().id()) ? "other" : "expired";
		model.addAttribute("reason", deleted ? "segment" : reason);
		return "members/unavailable";
	}

	String show(MemberList list, @Nullable Cursor cursor, Model model) {
		Page<MatchedEntry> matched = this.lists.matched(list, cursor);
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", NumbersForm.of(list.numbers()));
		}
		model.addAttribute("list", list)
			.addAttribute("splittable", (list.result() == null) ? this.lists.splittable(list).orElse(null) : null)
			.addAttribute("until", until(list.ttl()))
			.addAttribute("done", MemberListWords.done(list))
			.addAttribute("submit", MemberListWords.submit(list))
			.addAttribute("matched", matched.items())
			.addAttribute("links", PageUrl.of(url(list.segmentId(), list.id())).links(matched, cursor))
			.addAttribute("candidates", this.users.candidates(list.ambiguous().entries()))
			.addAttribute("leavers", this.lists.leaving(list))
			.addAttribute("fields", UserField.values())
			.addAttribute("numberFields", NumbersForm.FIELDS);
		return "members/preview";
	}

	private @Nullable Instant until(@Nullable Ttl ttl) {
		return switch (ttl) {
			case Ttl.For(var duration) -> this.clock.instant().plus(duration);
			case Ttl.Until(var instant) -> instant;
			case null -> null;
		};
	}

}
