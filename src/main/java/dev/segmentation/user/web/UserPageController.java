package dev.segmentation.user.web;

import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.refusal.RestrictedSegmentException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import dev.segmentation.user.UserChangedException;
import dev.segmentation.user.UserDetails;
import dev.segmentation.user.UserScoped;
import dev.segmentation.user.UserService;
import dev.segmentation.user.UserTakenException;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.SmartValidator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The pages that edit and delete a user. The segments and the timeline of a user are
 * pages of other features.
 */
@PageController
@UserScoped
@RequestMapping("/users/{id}")
class UserPageController {

	private final UserService users;

	private final SmartValidator validator;

	UserPageController(UserService users, SmartValidator validator) {
		this.users = users;
		this.validator = validator;
	}

	@GetMapping("/edit")
	String editForm(@ModelAttribute("user") UserDetails user, Model model) {
		model.addAttribute("form", UserForm.from(user));
		return "users/edit";
	}

	/**
	 * Edits the user. When another account has edited the user meanwhile, the form shows
	 * the stored data beside the submitted data. Submitting it again overwrites the
	 * stored data.
	 */
	@PostMapping("/edit")
	String edit(@ModelAttribute("user") UserDetails user, @ModelAttribute("form") UserForm form, BindingResult errors,
			PageVisit visit, Model model) {
		if (form.version() == null) {
			throw new InvalidInputException();
		}
		form.validateChanges(user, this.validator, errors);
		try {
			if (!errors.hasErrors()) {
				this.users.edit(user.id(), form.toData(user), form.version());
				visit.tell(Toast.success("users.edited", form.login()));
				return "redirect:/users/" + user.id();
			}
		}
		catch (UserTakenException ex) {
			UserForm.rejectTaken(ex, errors);
		}
		catch (UserChangedException ex) {
			visit.answer(HttpStatus.UNPROCESSABLE_CONTENT);
			model.addAttribute("stored", this.users.get(user.id()));
		}
		return "users/edit";
	}

	@GetMapping("/delete")
	String deleteForm(@ModelAttribute("user") UserDetails user, Model model) {
		model.addAttribute("form", new DeleteUserForm(null, null));
		return showDeletion(user, model);
	}

	@PostMapping("/delete")
	String delete(@ModelAttribute("user") UserDetails user, @ModelAttribute("form") DeleteUserForm form,
			BindingResult errors, PageVisit visit, Model model) {
		if (!form.confirms(user.login())) {
			errors.rejectValue("login", "users.delete.mismatch");
			return showDeletion(user, model);
		}
		try {
			this.users.delete(user.id(), form.note(), visit.account());
			visit.tell(Toast.success("users.deleted", user.login()));
			return "redirect:/users";
		}
		catch (RestrictedSegmentException ex) {
			errors.rejectValue("login", "users.delete.restricted");
			return showDeletion(user, model);
		}
	}

	private String showDeletion(UserDetails user, Model model) {
		model.addAttribute("segments", this.users.countSegments(user.id()))
			.addAttribute("ownAccount", this.users.hasOwnAccount(user.id()));
		return "users/delete";
	}

}
