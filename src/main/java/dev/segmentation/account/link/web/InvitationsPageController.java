package dev.segmentation.account.link.web;

import dev.segmentation.account.link.AccountLink;
import dev.segmentation.account.link.Invitations;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import jakarta.validation.Valid;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Invites people, and shows, renews and revokes open invitations.
 */
@PageController
@RequestMapping("/accounts")
class InvitationsPageController {

	private final Invitations invitations;

	private final ShownLinks links;

	InvitationsPageController(Invitations invitations, ShownLinks links) {
		this.invitations = invitations;
		this.links = links;
	}

	@GetMapping("/invite")
	String inviteForm(Model model) {
		model.addAttribute("form", new InviteForm(null, null));
		return "accounts/invite";
	}

	@PostMapping("/invite")
	String invite(@Valid @ModelAttribute("form") InviteForm form, BindingResult errors, PageVisit visit, Model model) {
		try {
			if (!errors.hasErrors()) {
				return this.links.show(this.invitations.invite(form.email(), form.role(), visit.account()), visit,
						model);
			}
		}
		catch (ConflictException ex) {
			errors.rejectValue("email", ex.key());
		}
		return "accounts/invite";
	}

	@GetMapping("/invitations/{id}")
	String detail(@PathVariable long id, Model model) {
		model.addAttribute("invitation", this.invitations.get(id)).addAttribute("hours", AccountLink.HOURS);
		return "accounts/invitation";
	}

	@PostMapping("/invitations/{id}/renew")
	String renew(@PathVariable long id, PageVisit visit, Model model) {
		return this.links.show(this.invitations.renew(id, visit.account()), visit, model);
	}

	@PostMapping("/invitations/{id}/revoke")
	String revoke(@PathVariable long id, PageVisit visit) {
		visit.tell(Toast.success("accounts.invitation.revoked", this.invitations.revoke(id, visit.account())));
		return "redirect:/accounts";
	}

}
