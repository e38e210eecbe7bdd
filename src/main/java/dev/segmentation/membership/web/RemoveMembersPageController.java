package dev.segmentation.membership.web;

import dev.segmentation.membership.MemberService;
import dev.segmentation.membership.MembershipService;
import dev.segmentation.membership.RemovedUsers;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.Messages;
import dev.segmentation.shared.web.Redirects;
import dev.segmentation.shared.web.Toast;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Removes selected members, after it was shown who that is.
 */
@Controller
@RequestMapping("/segments/{id:[0-9]{1,18}}/members/remove")
class RemoveMembersPageController {

	private static final String VIEW = "members/remove";

	private final MemberService members;

	private final MembershipService memberships;

	private final SegmentService segments;

	private final Messages messages;

	RemoveMembersPageController(MemberService members, MembershipService memberships, SegmentService segments,
			Messages messages) {
		this.members = members;
		this.memberships = memberships;
		this.segments = segments;
		this.messages = messages;
	}

	@GetMapping
	String confirm(@PathVariable long id, @ModelAttribute("form") @Valid SelectionForm form, BindingResult errors,
			CurrentAccount account, Model model) {
		account.require(Role.EDITOR);
		fill(id, form, model);
		return VIEW;
	}

	@PostMapping
	String remove(@PathVariable long id, @ModelAttribute("form") @Valid SelectionForm form, BindingResult errors,
			CurrentAccount account, Model model, RedirectAttributes redirect, HttpServletRequest request,
			HttpServletResponse response) {
		if (errors.hasErrors()) {
			response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
			fill(id, form, model);
			return VIEW;
		}
		String segment = this.segments.get(id).name();
		RemovedUsers result = this.memberships.removeUsers(id, form.users(), account);
		redirect.addFlashAttribute(Toast.ATTRIBUTE, told(result, segment));
		return Redirects.to(request, Back.to(id, request));
	}

	private Toast told(RemovedUsers result, String segment) {
		String text = this.messages.get("members.removed", result.removed(), segment);
		return Told.toast(result.removed(), text,
				(result.missing() > 0) ? this.messages.get("members.missing", result.missing(), segment) : "");
	}

	private void fill(long id, SelectionForm form, Model model) {
		model.addAttribute("segment", this.segments.details(id))
			.addAttribute("selected", this.members.among(id, form.users()));
	}

}
