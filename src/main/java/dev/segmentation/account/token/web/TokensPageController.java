package dev.segmentation.account.token.web;

import java.time.Clock;

import dev.segmentation.account.token.ApiToken;
import dev.segmentation.account.token.TokenService;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageLinks;
import dev.segmentation.shared.web.page.PageVisit;
import jakarta.validation.Valid;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The list of tokens, and the form for a new one.
 */
@PageController
@RequestMapping("/tokens")
class TokensPageController {

	private final TokenService tokens;

	private final TokenFormCheck check;

	private final Clock clock;

	TokensPageController(TokenService tokens, TokenFormCheck check, Clock clock) {
		this.check = check;
		this.tokens = tokens;
		this.clock = clock;
	}

	@GetMapping
	@HtmxFragment("table")
	String list(@ModelAttribute("query") TokenListForm form, PageVisit visit, Model model) {
		Page<ApiToken> page = this.tokens.page(form.filter(), visit.account(), form.cursor(), Page.SIZE);
		PageLinks links = form.url().links(page, form.cursor());
		visit.pushUrl(links.self());
		model.addAttribute("filter", form.filter())
			.addAttribute("tokens", page.items())
			.addAttribute("matching", this.tokens.count(form.filter(), visit.account()))
			.addAttribute("roles", TokenFormCheck.roles(visit.account()))
			.addAttribute("links", links);
		return "tokens/list";
	}

	@GetMapping("/new")
	String newForm(PageVisit visit, Model model) {
		model.addAttribute("form", new TokenForm(null, Role.VIEWER, null, null, null, null));
		return show(visit, model);
	}

	@PostMapping("/new")
	String create(@Valid @ModelAttribute("form") TokenForm form, BindingResult errors, PageVisit visit, Model model) {
		EndDate end = EndDate.parse(form.end(), visit.zone(), this.clock, errors);
		this.check.validate(form, errors);
		if (errors.hasErrors()) {
			return show(visit, model);
		}
		try {
			model.addAttribute("issued", this.tokens.create(form.toCommand(end), visit.account()));
			visit.showOnce("/tokens");
			return "tokens/secret";
		}
		catch (ConflictException ex) {
			this.check.rejectName(form, visit.account().login(), errors);
			return show(visit, model);
		}
	}

	private static String show(PageVisit visit, Model model) {
		model.addAttribute("roles", TokenFormCheck.roles(visit.account()));
		return "tokens/new";
	}

}
