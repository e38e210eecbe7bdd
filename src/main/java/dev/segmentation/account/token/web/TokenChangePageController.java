package dev.segmentation.account.token.web;

import java.time.Clock;
import java.util.List;

import dev.segmentation.account.token.ApiToken;
import dev.segmentation.account.token.TokenService;
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
 * Changes the name, the limits and the end of a token.
 */
@PageController
@RequestMapping("/tokens/{id}/edit")
class TokenChangePageController {

	private static final String VIEW = "tokens/edit";

	private final TokenService tokens;

	private final TokenFormCheck check;

	private final Clock clock;

	TokenChangePageController(TokenService tokens, TokenFormCheck check, Clock clock) {
		this.tokens = tokens;
		this.check = check;
		this.clock = clock;
	}

	@ModelAttribute("token")
	ApiToken token(@PathVariable long id, PageVisit visit, Model model) {
		model.addAttribute("roles", TokenFormCheck.roles(visit.account()));
		return this.tokens.get(id, visit.account());
	}

	@GetMapping
	String edit(@ModelAttribute("token") ApiToken token, PageVisit visit, Model model) {
		model.addAttribute("form", TokenForm.from(token, visit.account().role(), visit.zone()));
		return VIEW;
	}

	@PostMapping
	String change(@ModelAttribute("token") ApiToken token, @Valid @ModelAttribute("form") TokenForm form,
			BindingResult errors, PageVisit visit) {
		EndDate end = EndDate.parse(form.end(), visit.zone(), this.clock, errors);
		this.check.validate(form, errors);
		List<String> before = token.limits().segments();
		if (before != null && before.isEmpty() && form.segmentNames().isEmpty()) {
			errors.rejectValue("segments", "tokens.form.segments.deleted");
		}
		if (errors.hasErrors()) {
			return VIEW;
		}
		try {
			this.tokens.change(token.id(), form.toCommand(end), visit.account());
		}
		catch (ConflictException ex) {
			this.check.rejectName(form, token.owner(), errors);
			return VIEW;
		}
		visit.tell(Toast.success("tokens.changed", form.name()));
		return "redirect:" + token.url();
	}

}
