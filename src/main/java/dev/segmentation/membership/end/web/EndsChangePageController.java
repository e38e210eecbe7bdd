package dev.segmentation.membership.end.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.membership.ActNotes;
import dev.segmentation.membership.ActResult;
import dev.segmentation.membership.ChangedEnds;
import dev.segmentation.membership.MembershipService;
import dev.segmentation.membership.end.EndChange;
import dev.segmentation.membership.end.EndFieldParser;
import dev.segmentation.membership.end.InvalidTtlException;
import dev.segmentation.membership.member.EndingMember;
import dev.segmentation.membership.member.EndingMemberService;
import dev.segmentation.membership.member.MemberEndSummary;
import dev.segmentation.membership.member.MemberSelection;
import dev.segmentation.membership.member.MembershipKey;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.shared.refusal.RestrictedSegmentException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import jakarta.validation.Valid;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Changes the ends of memberships in several segments: one act for each segment.
 */
@PageController
@RequestMapping("/ends")
class EndsChangePageController {

	private final EndingMemberService members;

	private final MembershipService memberships;

	private final ActNotes notes;

	private final EndFieldParser ends;

	EndsChangePageController(EndingMemberService members, MembershipService memberships, ActNotes notes,
			EndFieldParser ends) {
		this.members = members;
		this.memberships = memberships;
		this.notes = notes;
		this.ends = ends;
	}

	@PostMapping(path = "/change", params = "review")
	String review(@ModelAttribute("form") EndsChangeForm form, Model model) {
		return show(form, model);
	}

	@PostMapping("/change")
	String change(@ModelAttribute("form") @Valid EndsChangeForm form, BindingResult errors, PageVisit visit,
			Model model) {
		if (form.users().isEmpty() || form.isTooLong()) {
			errors.rejectValue("users", form.isTooLong() ? "members.selection.long" : "members.selection.empty");
		}
		EndChange end = this.ends.change(form, visit.zone(), errors);
		try {
			if (end != null && !errors.hasErrors()) {
				tell(change(form, end, visit), visit);
				return "redirect:" + list(visit);
			}
		}
		catch (InvalidTtlException ex) {
			errors.rejectValue("until", "members.until.over");
		}
		return show(form, model);
	}

	private Result change(EndsChangeForm form, EndChange end, PageVisit visit) {
		Map<Long, List<Long>> users = form.keys()
			.stream()
			.collect(Collectors.groupingBy(MembershipKey::segmentId,
					Collectors.mapping(MembershipKey::userId, Collectors.toList())));
		Result result = Result.NONE;
		for (Map.Entry<Long, List<Long>> segment : users.entrySet()) {
			MemberSelection selected = new MemberSelection.Users(segment.getValue());
			result = result.plus(change(segment.getValue().size(), () -> this.notes.during(form.note(),
					() -> this.memberships.changeEnd(segment.getKey(), selected, end, visit.account()))));
		}
		return result;
	}

	/** A segment that was deleted or restricted meanwhile does not stop the others. */
	private static Result change(int users, Supplier<ActResult<ChangedEnds>> change) {
		try {
			ActResult<ChangedEnds> act = change.get();
			ChangedEnds changed = act.value();
			return new Result(changed.changed(), changed.endless() + changed.missing(), 0,
					Stream.ofNullable(act.actId()).toList());
		}
		catch (RestrictedSegmentException ex) {
			return new Result(0, 0, users, List.of());
		}
		catch (NotFoundException ex) {
			return new Result(0, users, 0, List.of());
		}
	}

	private static void tell(Result result, PageVisit visit) {
		Toast toast = (result.changed() > 0)
				? Toast.success("ends.changed", result.changed(), result.gone(), result.restricted())
				: Toast.error("ends.changed", result.changed(), result.gone(), result.restricted());
		visit.tell(toast.offerUndo((result.acts().size() == 1) ? result.acts().getFirst() : null));
	}

	/**
	 * Returns the page of the list behind the dialog.
	 */
	private static String list(PageVisit visit) {
		String current = visit.currentPage();
		return (current.equals("/ends") || current.startsWith("/ends?")) ? current : "/ends";
	}

	private String show(EndsChangeForm form, Model model) {
		List<EndingMember> selected = this.members.find(form.keys());
		List<Instant> ends = selected.stream().map(EndingMember::until).toList();
		model.addAttribute("selected", selected)
			.addAttribute("summary",
					new MemberEndSummary(ends.size(), ends.size(), ends.stream().min(Instant::compareTo).orElse(null),
							ends.stream().max(Instant::compareTo).orElse(null)));
		return "members/ending-change";
	}

	/**
	 * What happened to the selected memberships.
	 *
	 * @param gone the number of those that ended meanwhile
	 * @param restricted the number of those in segments that the account may not change
	 * @param acts the acts that changed them
	 */
	private record Result(long changed, long gone, long restricted, List<Long> acts) {

		static final Result NONE = new Result(0, 0, 0, List.of());

		Result plus(Result other) {
			return new Result(this.changed + other.changed, this.gone + other.gone, this.restricted + other.restricted,
					Stream.concat(this.acts.stream(), other.acts.stream()).toList());
		}

	}

}
