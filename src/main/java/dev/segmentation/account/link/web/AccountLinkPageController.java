package dev.segmentation.account.link.web;

import java.util.Optional;

import dev.segmentation.account.link.AccountLink;
import dev.segmentation.account.link.LinkKind;
import dev.segmentation.account.link.LinkUse;
import dev.segmentation.account.password.PasswordRules;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.shared.web.page.PageController;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.SmartValidator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page of a one-time link. Opening it changes nothing, because programs that check
 * mails open links, too.
 */
@PageController
@RequestMapping("/account-link/{secret}")
class AccountLinkPageController {

	private static final String OVER = "account/link-over";

	private final LinkUse links;

	private final PasswordRules rules;

	private final SmartValidator validator;

	AccountLinkPageController(LinkUse links, PasswordRules rules, SmartValidator validator) {
		this.links = links;
		this.rules = rules;
		this.validator = validator;
	}

	@ModelAttribute("opened")
	@Nullable OpenedLink open(@PathVariable String secret, HttpServletResponse response) {
		Optional<AccountLink> link = this.links.find(secret);
		if (link.isEmpty()) {
			response.setStatus(HttpServletResponse.SC_GONE);
		}
		return link.map((found) -> new OpenedLink(secret, found)).orElse(null);
	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("form", new LinkForm(null, null, null));
		return (model.getAttribute("opened") != null) ? "account/link" : OVER;
	}

	@PostMapping
	String use(@ModelAttribute("form") LinkForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!(model.getAttribute("opened") instanceof OpenedLink(var secret, var link))) {
			return OVER;
		}
		form.validate(link, this.validator, this.rules, errors);
		if (!errors.hasErrors() && this.links.isReplaced(secret, form.password())) {
			errors.rejectValue("password", "link.password.replaced");
		}
		try {
			if (!errors.hasErrors()) {
				return use(link, secret, form, redirect);
			}
		}
		catch (ConflictException ex) {
			errors.rejectValue("login", ex.key());
		}
		catch (NotFoundException ex) {
			return OVER;
		}
		return "account/link";
	}

	/** Leads to the sign-in page, which then has the login in its form. */
	private String use(AccountLink link, String secret, LinkForm form, RedirectAttributes redirect) {
		if (link.kind() == LinkKind.INVITATION) {
			this.links.join(secret, form.login(), form.password());
			redirect.addFlashAttribute("username", form.login());
			return "redirect:/login?joined";
		}
		this.links.choosePassword(secret, form.password());
		redirect.addFlashAttribute("username", link.login());
		return "redirect:/login?chosen";
	}

	/** A link that can be used, with the secret of its address. */
	record OpenedLink(String secret, AccountLink link) {
	}

}
