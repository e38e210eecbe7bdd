package dev.segmentation.membership.web;

import java.time.Instant;
import java.util.List;

import dev.segmentation.membership.MembershipService;
import dev.segmentation.membership.SegmentReferences;
import dev.segmentation.membership.UserMembership;
import dev.segmentation.membership.UserMembershipService;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.NotFoundException;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.Redirects;
import dev.segmentation.shared.web.page.Toast;
import dev.segmentation.user.UserDetails;
import dev.segmentation.user.UserService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Removes a user from one segment on the spot. Who confirms what they were shown removes
 * no other stay: one that began meanwhile is shown first.
 */
@PageController
@RequestMapping("/users/{id:[0-9]{1,18}}/segments/{segmentId:[0-9]{1,18}}/remove")
class LeaveSegmentPageController {

	private static final String VIEW = "users/leave";

	private final UserService users;

	private final UserMembershipService userMemberships;

	private final MembershipService memberships;

	LeaveSegmentPageController(UserService users, UserMembershipService userMemberships,
			MembershipService memberships) {
		this.users = users;
		this.userMemberships = userMemberships;
		this.memberships = memberships;
	}

	@GetMapping
	String confirm(@PathVariable long id, @PathVariable long segmentId, CurrentAccount account, Model model,
			RedirectAttributes redirect, HttpServletRequest request) {
		account.require(Role.EDITOR);
		UserDetails user = this.users.get(id);
		try {
			return show(user, this.userMemberships.get(id, segmentId), model);
		}
		catch (NotFoundException ex) {
			return leftAlready(user, redirect, request);
		}
	}

	@PostMapping
	String leave(@PathVariable long id, @PathVariable long segmentId, @RequestParam @Nullable String since,
			CurrentAccount account, Model model, RedirectAttributes redirect, HttpServletRequest request,
			HttpServletResponse response) {
		UserDetails user = this.users.get(id);
		try {
			UserMembership membership = this.userMemberships.get(id, segmentId);
			if (!isShown(membership.since(), since)) {
				model.addAttribute("changed", true);
				response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
				return show(user, membership, model);
			}
			this.memberships.remove(id, new SegmentReferences.Ids(List.of(segmentId)), ActKind.PAGE, account);
			redirect.addFlashAttribute(Toast.ATTRIBUTE,
					Toast.success("users.left", user.login(), membership.segmentName()));
			return Redirects.to(request, "/users/" + id);
		}
		catch (NotFoundException ex) {
			return leftAlready(user, redirect, request);
		}
	}

	private static boolean isShown(Instant since, @Nullable String shown) {
		return since.toString().equals(shown);
	}

	private static String leftAlready(UserDetails user, RedirectAttributes redirect, HttpServletRequest request) {
		redirect.addFlashAttribute(Toast.ATTRIBUTE, Toast.error("users.left.already", user.login()));
		return Redirects.to(request, "/users/" + user.id());
	}

	private static String show(UserDetails user, UserMembership membership, Model model) {
		model.addAttribute("user", user);
		model.addAttribute("membership", membership);
		return VIEW;
	}

}
