package dev.segmentation.membership.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import dev.segmentation.membership.ActNotes;
import dev.segmentation.membership.ActResult;
import dev.segmentation.membership.MembershipChangedException;
import dev.segmentation.membership.MembershipService;
import dev.segmentation.shared.NoteText;
import dev.segmentation.membership.UserMembershipService;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import dev.segmentation.user.UserDetails;
import dev.segmentation.user.UserScoped;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Removes a user from one segment. Removes only the membership that the page showed. A
 * membership that began later is shown before it can be removed.
 */
@PageController
@UserScoped
@RequestMapping("/users/{id}/segments/{segmentId}/remove")
class RemoveFromSegmentPageController {

	private final UserMembershipService userMemberships;

	private final MembershipService memberships;

	private final ActNotes notes;

	RemoveFromSegmentPageController(UserMembershipService userMemberships, MembershipService memberships,
			ActNotes notes) {
		this.userMemberships = userMemberships;
		this.memberships = memberships;
		this.notes = notes;
	}

	@GetMapping
	String removeForm(@ModelAttribute("user") UserDetails user, @PathVariable long segmentId, PageVisit visit,
			Model model) {
		try {
			model.addAttribute("membership", this.userMemberships.get(user.id(), segmentId));
			return "users/leave";
		}
		catch (NotFoundException ex) {
			return alreadyRemoved(user, visit);
		}
	}

	@PostMapping
	String remove(@ModelAttribute("user") UserDetails user, @PathVariable long segmentId,
			@RequestParam(defaultValue = "") String since, @RequestParam(defaultValue = "") String note,
			PageVisit visit, Model model) {
		try {
			String segment = this.userMemberships.get(user.id(), segmentId).segmentName();
			ActResult<Long> act = this.notes.during(NoteText.of(note), () -> {
				this.memberships.removeShown(user.id(), segmentId, instant(since), ActKind.PAGE, visit.account());
				return segmentId;
			});
			visit.tell(Toast.success("users.left", user.login(), segment).offerUndo(act.actId()));
			return "redirect:/users/" + user.id();
		}
		catch (NotFoundException ex) {
			return alreadyRemoved(user, visit);
		}
		catch (MembershipChangedException ex) {
			visit.answer(HttpStatus.UNPROCESSABLE_CONTENT);
			model.addAttribute("changed", true);
			return removeForm(user, segmentId, visit, model);
		}
	}

	/** No membership has begun at the time of an invalid text. */
	private static Instant instant(String text) {
		try {
			return Instant.parse(text);
		}
		catch (DateTimeParseException ex) {
			return Instant.EPOCH;
		}
	}

	private static String alreadyRemoved(UserDetails user, PageVisit visit) {
		visit.tell(Toast.error("users.left.already", user.login()));
		return "redirect:/users/" + user.id();
	}

}
