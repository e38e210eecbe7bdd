package dev.segmentation.account.factor.web;

import dev.segmentation.account.factor.FactorHolder;
import dev.segmentation.account.factor.SecondFactorRules;
import dev.segmentation.account.factor.SecondFactors;
import dev.segmentation.shared.Role;
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
 * The administrator's pages: which roles must have a second factor, and removing those of
 * an account that lost them.
 */
@PageController
@RequestMapping("/accounts")
class SecondFactorRulesPageController {

	private static final String RULES = "/accounts/sign-in-rules";

	private final SecondFactorRules rules;

	private final SecondFactors factors;

	SecondFactorRulesPageController(SecondFactorRules rules, SecondFactors factors) {
		this.rules = rules;
		this.factors = factors;
	}

	@GetMapping("/sign-in-rules")
	String rules(Model model) {
		model.addAttribute("rules", this.rules.list());
		return "account/rules";
	}

	@PostMapping("/sign-in-rules")
	String change(@Valid @ModelAttribute("form") RulesForm form, BindingResult errors, PageVisit visit, Model model) {
		if (errors.hasErrors() || form.roles().contains(Role.MEMBER)) {
			return rules(model);
		}
		long unready = this.rules.unready(form.roles());
		if (unready > 0 && !form.isConfirmed()) {
			model.addAttribute("unready", unready)
				.addAttribute("ownUnready", this.factors.wouldMiss(visit.account(), form.roles()));
			return rules(model);
		}
		this.rules.change(form.roles(), visit.account());
		visit.tell(Toast.success("factor.rules.saved"));
		return "redirect:" + RULES;
	}

	@GetMapping("/{id}/second-factor")
	String factors(@PathVariable long id, Model model) {
		FactorHolder holder = this.factors.holder(id);
		model.addAttribute("holder", holder).addAttribute("state", this.factors.state(id));
		return "account/factors-remove";
	}

	@PostMapping("/{id}/second-factor/remove")
	String remove(@PathVariable long id, PageVisit visit) {
		FactorHolder holder = this.factors.holder(id);
		this.factors.removeAll(holder, visit.account());
		visit.tell(Toast.success("factor.holder.removed", holder.login()));
		return "redirect:/accounts/" + id + "/second-factor";
	}

}
