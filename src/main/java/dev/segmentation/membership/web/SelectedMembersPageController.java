package dev.segmentation.membership.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.membership.ActNotes;
import dev.segmentation.membership.ActResult;
import dev.segmentation.membership.ChangedEnds;
import dev.segmentation.membership.MembershipService;
import dev.segmentation.membership.RemovedUsers;
import dev.segmentation.membership.end.EndChange;
import dev.segmentation.membership.end.EndFieldParser;
import dev.segmentation.membership.end.InvalidTtlException;
import dev.segmentation.membership.member.Member;
import dev.segmentation.membership.member.MemberEndSummary;
import dev.segmentation.membership.member.MemberSelection;
import dev.segmentation.membership.member.MemberService;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentScoped;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import dev.segmentation.shared.web.template.Messages;
import jakarta.validation.Valid;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Removes the selected members of a segment, or changes the end of their memberships.
 */
@PageController
@SegmentScoped
@RequestMapping("/segments/{id}/members")
class SelectedMembersPageController {

	private final MemberService members;

	private final MembershipService memberships;

	private final MatchingMembers matching;

	private final EndFieldParser ends;

	private final ActNotes notes;

	private final Messages messages;

	SelectedMembersPageController(MemberService members, MembershipService memberships, MatchingMembers matching,
			EndFieldParser ends, ActNotes notes, Messages messages) {
		this.members = members;
		this.memberships = memberships;
		this.matching = matching;
		this.ends = ends;
		this.notes = notes;
		this.messages = messages;
	}

	@GetMapping("/remove")
	String removeForm(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") SelectionForm form,
			Model model) {
		return show("members/remove", segment, form, model);
	}

	/** The review of a selection that is too long for a URL. */
	@PostMapping(path = "/remove", params = "review")
	String reviewRemoval(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") SelectionForm form,
			Model model) {
		return show("members/remove", segment, form, model);
	}

	@PostMapping("/remove")
	String remove(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") SelectionForm form,
			BindingResult errors, PageVisit visit, Model model) {
		reject(form, errors);
		if (errors.hasErrors()) {
			return show("members/remove", segment, form, model);
		}
		if (form.all()) {
			return "redirect:" + this.matching.remove(segment, form, visit).url();
		}
		ActResult<RemovedUsers> act = this.notes.during(form.note(),
				() -> this.memberships.removeMembers(segment.id(), form.members(), visit.account()));
		RemovedUsers result = act.value();
		visit.tell(toast(result.removed(), sentence("members.removed", result.removed(), segment),
				sentence("members.missing", result.missing(), segment))
			.offerUndo(act.actId()));
		return "redirect:" + list(segment, visit, List.of());
	}

	@GetMapping("/end")
	String endForm(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") EndForm form,
			Model model) {
		return show("members/end", segment, form, model);
	}

	/** The review of a selection that is too long for a URL. */
	@PostMapping(path = "/end", params = "review")
	String reviewEnd(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") EndForm form,
			Model model) {
		return show("members/end", segment, form, model);
	}

	@PostMapping("/end")
	String changeEnd(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") @Valid EndForm form,
			BindingResult errors, PageVisit visit, Model model) {
		reject(form, errors);
		EndChange end = this.ends.change(form, visit.zone(), errors);
		try {
			if (end != null && !errors.hasErrors()) {
				return "redirect:" + changeEnd(segment, form, end, visit);
			}
		}
		catch (InvalidTtlException ex) {
			errors.rejectValue("until", "members.until.over");
		}
		return show("members/end", segment, form, model);
	}

	private String changeEnd(SegmentDetails segment, EndForm form, EndChange end, PageVisit visit) {
		if (form.all()) {
			return this.matching.changeEnd(segment, form, end, visit).url();
		}
		ActResult<ChangedEnds> act = this.notes.during(form.note(),
				() -> this.memberships.changeEnd(segment.id(), form.members(), end, visit.account()));
		ChangedEnds result = act.value();
		visit.tell(toast(result.changed(), sentence(MatchingMembers.changed(end), result.changed(), segment),
				sentence("members.endless", result.endless(), segment),
				sentence("members.missing", result.missing(), segment))
			.offerUndo(act.actId()));
		return list(segment, visit, form.users());
	}

	private static void reject(Selection form, Errors errors) {
		if (form.isEmpty()) {
			errors.rejectValue("users", "members.selection.empty");
		}
		if (form.isTooLong()) {
			errors.rejectValue("users", "members.selection.long");
		}
	}

	/** A sentence about a number of users. */
	private Sentence sentence(String key, long users, SegmentDetails segment) {
		return new Sentence(users, this.messages.get(key, users, segment.name()));
	}

	/** Shows the first sentence, and the others that are about at least one user. */
	private static Toast toast(long done, Sentence first, Sentence... others) {
		String text = Stream.concat(Stream.of(first), Stream.of(others).filter((sentence) -> sentence.users() > 0))
			.map(Sentence::text)
			.collect(Collectors.joining(" "));
		return (done > 0) ? Toast.success("members.changed_ends", text) : Toast.error("members.changed_ends", text);
	}

	/**
	 * Returns the page of the list or of the user behind the dialog; the first page of
	 * the list without a dialog.
	 */
	private static String list(SegmentDetails segment, PageVisit visit, List<Long> users) {
		String current = visit.currentPage();
		String first = "/segments/" + segment.id();
		return Stream.concat(Stream.of(first), users.stream().map((user) -> "/users/" + user))
			.anyMatch((page) -> current.equals(page) || current.startsWith(page + "?")) ? current : first;
	}

	private String show(String view, SegmentDetails segment, Selection form, Model model) {
		MemberEndSummary summary = this.members.summary(segment.id(), form.members());
		List<Member> shown = switch (form.members()) {
			case MemberSelection.Users(var ids) -> this.members.findMembers(segment.id(), ids);
			case MemberSelection.Matching(var filter) -> this.members.list(segment.id(), filter, null).items();
		};
		model.addAttribute("selected", shown).addAttribute("summary", summary);
		return view;
	}

	private record Sentence(long users, String text) {

	}

}
