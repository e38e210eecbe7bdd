package dev.segmentation.account.token.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;

import dev.segmentation.account.token.AddressRange;
import dev.segmentation.account.token.ApiToken;
import dev.segmentation.account.token.TokenService;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageUrl;
import dev.segmentation.shared.web.page.PageVisit;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The list of tokens, and the form for a new one.
 */
@PageController
@RequestMapping("/tokens")
class TokensPageController {

	private final TokenService tokens;

	private final Clock clock;

	TokensPageController(TokenService tokens, Clock clock) {
		this.tokens = tokens;
		this.clock = clock;
	}

	@GetMapping
	@HtmxFragment("table")
	String list(@RequestParam @Nullable String at, PageVisit visit, Model model) {
		Cursor cursor = Cursor.parse(at);
		Page<ApiToken> page = this.tokens.page(visit.account(), cursor, Page.SIZE);
		model.addAttribute("tokens", page.items()).addAttribute("links", PageUrl.of("/tokens").links(page, cursor));
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
		validate(form, errors);
		if (errors.hasErrors()) {
			return show(visit, model);
		}
		try {
			model.addAttribute("issued", this.tokens.create(form.toCommand(end), visit.account()));
			visit.showOnce("/tokens");
			return "tokens/secret";
		}
		catch (ConflictException ex) {
			errors.rejectValue("name", "tokens.form.name.taken");
			return show(visit, model);
		}
	}

	private void validate(TokenForm form, Errors errors) {
		List<String> unknown = this.tokens.unknownSegments(form.segmentNames());
		if (!unknown.isEmpty()) {
			errors.rejectValue("segments", "tokens.form.segments.unknown", new Object[] { String.join(", ", unknown) },
					null);
		}
		List<String> invalid = form.addressRanges()
			.stream()
			.filter((range) -> AddressRange.parse(range).isEmpty())
			.toList();
		if (!invalid.isEmpty()) {
			errors.rejectValue("addresses", "tokens.form.addresses.invalid",
					new Object[] { String.join(", ", invalid) }, null);
		}
	}

	private static String show(PageVisit visit, Model model) {
		model.addAttribute("roles",
				Arrays.stream(Role.values())
					.filter((role) -> role != Role.MEMBER && visit.account().may(role))
					.toList());
		return "tokens/new";
	}

}
