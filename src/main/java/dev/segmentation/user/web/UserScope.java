package dev.segmentation.user.web;

import dev.segmentation.user.UserDetails;
import dev.segmentation.user.UserScoped;
import dev.segmentation.user.UserService;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Loads the user that a path names.
 *
 * @see UserScoped
 */
@ControllerAdvice(annotations = UserScoped.class)
class UserScope {

	private final UserService users;

	UserScope(UserService users) {
		this.users = users;
	}

	@ModelAttribute("user")
	UserDetails user(@PathVariable long id) {
		return this.users.get(id);
	}

}
