package dev.segmentation.user.web;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.Redirects;
import dev.segmentation.shared.web.page.Toast;
import dev.segmentation.user.UserService;
import dev.segmentation.user.UserTakenException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Adds a user.
 */
@PageController
@RequestMapping("/users/new")
class AddUserPageController {

	private static final String VIEW = "users/new";

	private final UserService users;

	AddUserPageController(UserService users) {
		this.users = users;
	}

	@GetMapping
	String newForm(CurrentAccount account, Model model) {
		account.require(Role.EDITOR);
		model.addAttribute("form", UserForm.empty());
		return VIEW;
	}

	@PostMapping
	String create(@ModelAttribute("form") @Valid UserForm form, BindingResult errors, RedirectAttributes redirect,
			HttpServletRequest request, HttpServletResponse response) {
		if (!errors.hasErrors()) {
			try {
				long id = this.users.add(form.toData());
				redirect.addFlashAttribute(Toast.ATTRIBUTE, Toast.success("users.added", form.login()));
				return Redirects.to(request, "/users/" + id);
			}
			catch (UserTakenException ex) {
				UserFormErrors.reject(errors, ex);
			}
		}
		response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
		return VIEW;
	}

}
