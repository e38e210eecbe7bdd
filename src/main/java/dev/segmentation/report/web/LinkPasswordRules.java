package dev.segmentation.report.web;

import dev.segmentation.account.password.NewPassword;
import dev.segmentation.account.password.PasswordRules;
import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * The rules for passwords of links: those for people who are no staff, since wrong
 * passwords are limited and a link ends.
 */
@Component
class LinkPasswordRules {

	private final PasswordRules rules;

	LinkPasswordRules(PasswordRules rules) {
		this.rules = rules;
	}

	/**
	 * Checks the field {@code password} of a form.
	 * @param password {@code null} when none was entered
	 */
	void check(@Nullable NewPassword password, Errors errors) {
		if (password != null) {
			this.rules.problem(password, Role.MEMBER).ifPresent((key) -> errors.rejectValue("password", key));
		}
	}

}
