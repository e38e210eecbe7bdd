package dev.segmentation.account.token.web;

import java.time.Clock;
import java.time.Duration;

import dev.segmentation.account.token.ApiToken;
import dev.segmentation.account.token.TokenService;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import static java.util.Objects.requireNonNullElse;

/**
 * The pages of a token: its limits and uses, rotation, revocation, and handing it over.
 */
@PageController
@RequestMapping("/tokens/{id}")
class TokenPageController {

	private final TokenService tokens;

	private final Clock clock;

	TokenPageController(TokenService tokens, Clock clock) {
		this.tokens = tokens;
		this.clock = clock;
	}

	@ModelAttribute("token")
	ApiToken token(@PathVariable long id, PageVisit visit) {
		return this.tokens.get(id, visit.account());
	}

	@GetMapping
	String detail() {
		return "tokens/detail";
	}

	@GetMapping("/rotate")
	String rotateForm(@ModelAttribute("token") ApiToken token, PageVisit visit, Model model) {
		model.addAttribute("form", new RotateForm(Overlap.DAY, EndDate.text(token.endsAt(), visit.zone())));
		return "tokens/rotate";
	}

	@PostMapping("/rotate")
	String rotate(@ModelAttribute("token") ApiToken token, @ModelAttribute("form") RotateForm form,
			BindingResult errors, PageVisit visit, Model model) {
		EndDate end = (form.end() != null) ? EndDate.parse(form.end(), visit.zone(), this.clock, errors)
				: new EndDate(token.endsAt());
		if (errors.hasErrors()) {
			return "tokens/rotate";
		}
		model.addAttribute("issued",
				this.tokens.rotate(token.id(), form.overlap().duration, end.instant(), visit.account()));
		visit.showOnce(token.url());
		return "tokens/secret";
	}

	@GetMapping("/revoke")
	String revokeForm() {
		return "tokens/revoke";
	}

	@PostMapping("/revoke")
	String revoke(@ModelAttribute("token") ApiToken token, PageVisit visit) {
		this.tokens.revoke(token.id(), visit.account());
		visit.tell(Toast.success("tokens.revoked", token.name()));
		return "redirect:/tokens";
	}

	@GetMapping("/hand-over")
	String handOverForm(Model model) {
		model.addAttribute("form", new OwnerForm(null)).addAttribute("owners", this.tokens.owners());
		return "tokens/hand-over";
	}

	@PostMapping("/hand-over")
	String handOver(@ModelAttribute("token") ApiToken token, @ModelAttribute("form") OwnerForm form,
			BindingResult errors, PageVisit visit, Model model) {
		try {
			ApiToken handedOver = this.tokens.handOver(token.id(), requireNonNullElse(form.owner(), 0L),
					visit.account());
			visit.tell(Toast.success("tokens.handedOver", token.name(), handedOver.owner()));
			return "redirect:" + token.url();
		}
		catch (ConflictException ex) {
			errors.rejectValue("owner", "tokens.handOver.taken");
		}
		catch (NotFoundException ex) {
			errors.rejectValue("owner", "tokens.handOver.missing");
		}
		model.addAttribute("owners", this.tokens.owners());
		return "tokens/hand-over";
	}

	/**
	 * The form for a new secret.
	 *
	 * @param end the last day; empty for no end, {@code null} for the present one
	 */
	record RotateForm(Overlap overlap, @Nullable String end) {

		RotateForm(@Nullable Overlap overlap, @Nullable String end) {
			this.overlap = requireNonNullElse(overlap, Overlap.NONE);
			this.end = end;
		}

	}

	/**
	 * The form for a new owner.
	 */
	record OwnerForm(@Nullable Long owner) {
	}

	/**
	 * How long the old secret works.
	 */
	enum Overlap {

		NONE(Duration.ZERO), HOUR(Duration.ofHours(1)), DAY(Duration.ofDays(1)), WEEK(Duration.ofDays(7));

		private final Duration duration;

		Overlap(Duration duration) {
			this.duration = duration;
		}

	}

}
