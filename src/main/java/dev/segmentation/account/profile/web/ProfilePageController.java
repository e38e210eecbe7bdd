package dev.segmentation.account.profile.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import dev.segmentation.account.profile.ProfileService;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import jakarta.validation.Valid;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page of the own account: name, e-mail, language, time zone, theme and shortcuts.
 */
@PageController
@RequestMapping("/account")
class ProfilePageController {

	private static final String VIEW = "account/profile";

	private final ProfileService profiles;

	private final Clock clock;

	ProfilePageController(ProfileService profiles, Clock clock) {
		this.profiles = profiles;
		this.clock = clock;
	}

	@ModelAttribute("zones")
	Map<String, List<TimeZones.Zone>> zones() {
		return TimeZones.byArea(this.clock.instant());
	}

	@GetMapping
	String show(PageVisit visit, Model model) {
		model.addAttribute("form", ProfileForm.from(this.profiles.read(visit.account())));
		return VIEW;
	}

	@PostMapping
	String change(@Valid @ModelAttribute("form") ProfileForm form, BindingResult errors, PageVisit visit) {
		if (errors.hasErrors()) {
			return VIEW;
		}
		try {
			this.profiles.change(visit.account(), form.toProfile());
		}
		catch (ConflictException ex) {
			errors.rejectValue("email", "profile.email.taken");
			return VIEW;
		}
		visit.tell(Toast.success("profile.saved"));
		return "redirect:/account";
	}

}
