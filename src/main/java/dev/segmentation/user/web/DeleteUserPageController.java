package dev.segmentation.user.web;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.Redirects;
import dev.segmentation.shared.web.page.Toast;
import dev.segmentation.user.UserDetails;
import dev.segmentation.user.UserService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Deletes a user, after saying what goes with them.
 */
@PageController
@RequestMapping("/users/{id:[0-9]{1,18}}/delete")
class DeleteUserPageController {

	private static final String VIEW = "users/delete";

	private final UserService users;

	DeleteUserPageController(UserService users) {
		this.users = users;
	}

	@GetMapping
	String form(@PathVariable long id, CurrentAccount account, Model model) {
		account.require(Role.EDITOR);
		model.addAttribute("form", new DeleteUserForm(""));
		return show(this.users.get(id), model);
	}

	@PostMapping
	String delete(@PathVariable long id, @ModelAttribute("form") DeleteUserForm form, BindingResult errors,
			CurrentAccount account, Model model, RedirectAttributes redirect, HttpServletRequest request,
			HttpServletResponse response) {
		UserDetails user = this.users.get(id);
		if (form.login().equals(user.login().strip())) {
			this.users.delete(id, account);
			redirect.addFlashAttribute(Toast.ATTRIBUTE, Toast.success("users.deleted", user.login()));
			return Redirects.to(request, "/users");
		}
		errors.rejectValue("login", "users.delete.mismatch");
		response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
		return show(user, model);
	}

	private String show(UserDetails user, Model model) {
		model.addAttribute("user", user);
		model.addAttribute("segments", this.users.countSegments(user.id()));
		model.addAttribute("ownAccount", this.users.hasOwnAccount(user.id()));
		return VIEW;
	}

}
