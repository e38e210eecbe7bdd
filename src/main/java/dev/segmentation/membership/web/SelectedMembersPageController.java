package dev.segmentation.membership.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.membership.ChangedEnds;
import dev.segmentation.membership.MembershipService;
import dev.segmentation.membership.RemovedUsers;
import dev.segmentation.membership.end.EndChange;
import dev.segmentation.membership.end.InvalidTtlException;
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

	private final EndFieldParser ends;

	private final Messages messages;

	SelectedMembersPageController(MemberService members, MembershipService memberships, EndFieldParser ends,
			Messages messages) {
		this.members = members;
		this.memberships = memberships;
		this.ends = ends;
		this.messages = messages;
	}

	@GetMapping("/remove")
	String removeForm(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") SelectionForm form,
			Model model) {
		return show("members/remove", segment, form.users(), model);
	}

	@PostMapping("/remove")
	String remove(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") @Valid SelectionForm form,
			BindingResult errors, PageVisit visit, Model model) {
		if (errors.hasErrors()) {
			return show("members/remove", segment, form.users(), model);
		}
		RemovedUsers result = this.memberships.removeUsers(segment.id(), form.users(), visit.account());
		tell(visit, result.removed(), sentence("members.removed", result.removed(), segment),
				sentence("members.missing", result.missing(), segment));
		return "redirect:" + list(segment, visit);
	}

	@GetMapping("/end")
	String endForm(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") EndForm form,
			Model model) {
		return show("members/end", segment, form.users(), model);
	}

	@PostMapping("/end")
	String changeEnd(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") @Valid EndForm form,
			BindingResult errors, PageVisit visit, Model model) {
		EndChange end = this.ends.change(form, visit.zone(), errors);
		try {
			if (end != null && !errors.hasErrors()) {
				ChangedEnds result = this.memberships.changeEnd(segment.id(), form.users(), end, visit.account());
				tell(visit, result.changed(), sentence(changed(end), result.changed(), segment),
						sentence("members.endless", result.endless(), segment),
						sentence("members.missing", result.missing(), segment));
				return "redirect:" + list(segment, visit);
			}
		}
		catch (InvalidTtlException ex) {
			errors.rejectValue("until", "members.until.over");
		}
		return show("members/end", segment, form.users(), model);
	}

	private static String changed(EndChange end) {
		return switch (end) {
			case EndChange.Later later -> "members.extended";
			case EndChange.Never never -> "members.kept";
			default -> "members.ended";
		};
	}

	/** A sentence about a number of users. */
	private Sentence sentence(String key, long users, SegmentDetails segment) {
		return new Sentence(users, this.messages.get(key, users, segment.name()));
	}

	/** Shows the first sentence, and the others that are about at least one user. */
	private static void tell(PageVisit visit, long done, Sentence first, Sentence... others) {
		String text = Stream.concat(Stream.of(first), Stream.of(others).filter((sentence) -> sentence.users() > 0))
			.map(Sentence::text)
			.collect(Collectors.joining(" "));
		visit
			.tell((done > 0) ? Toast.success("members.changed_ends", text) : Toast.error("members.changed_ends", text));
	}

	/**
	 * Returns the page of the list behind the dialog; the first page without a dialog.
	 */
	private static String list(SegmentDetails segment, PageVisit visit) {
		String first = "/segments/" + segment.id();
		String current = visit.currentPage();
		boolean onList = current.equals(first) || current.startsWith(first + "?");
		return (visit.isPartial() && onList) ? current : first;
	}

	private String show(String view, SegmentDetails segment, List<Long> users, Model model) {
		model.addAttribute("selected", this.members.findMembers(segment.id(), users));
		return view;
	}

	private record Sentence(long users, String text) {

	}

}
