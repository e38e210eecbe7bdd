package dev.segmentation.user.web;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.InvalidInputException;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.Redirects;
import dev.segmentation.shared.web.page.Toast;
import dev.segmentation.user.UserChangedException;
import dev.segmentation.user.UserDetails;
import dev.segmentation.user.UserService;
import dev.segmentation.user.UserTakenException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Edits a user. Who was overtaken by somebody else sees what is stored now beside what
 * they have written, and decides.
 */
@PageController
@RequestMapping("/users/{id:[0-9]{1,18}}/edit")
class EditUserPageController {

	private static final String VIEW = "users/edit";

	private final UserService users;

	EditUserPageController(UserService users) {
		this.users = users;
	}

	@GetMapping
	String form(@PathVariable long id, CurrentAccount account, Model model) {
		account.require(Role.EDITOR);
		UserDetails user = this.users.get(id);
		model.addAttribute("user", user);
		model.addAttribute("form", UserForm.from(user));
		return VIEW;
	}

	@PostMapping
	String edit(@PathVariable long id, @ModelAttribute("form") @Valid UserForm form, BindingResult errors, Model model,
			RedirectAttributes redirect, HttpServletRequest request, HttpServletResponse response) {
		if (form.version() == null) {
			throw new InvalidInputException();
		}
		if (!errors.hasErrors()) {
			try {
				this.users.edit(id, form.toData(), form.version());
				redirect.addFlashAttribute(Toast.ATTRIBUTE, Toast.success("users.edited", form.login()));
				return Redirects.to(request, "/users/" + id);
			}
			catch (UserTakenException ex) {
				UserFormErrors.reject(errors, ex);
			}
			catch (UserChangedException ex) {
				model.addAttribute("stored", this.users.get(id));
			}
		}
		model.addAttribute("user", this.users.get(id));
		response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
		return VIEW;
	}

}
