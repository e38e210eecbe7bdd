package dev.segmentation.account.link.web;

import java.util.Objects;

import dev.segmentation.account.link.AccountLink;
import dev.segmentation.account.link.LinkKind;
import dev.segmentation.account.password.NewPassword;
import dev.segmentation.account.password.PasswordRules;
import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.web.Login;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;
import org.springframework.validation.SmartValidator;

/**
 * What the holder of a one-time link chooses.
 *
 * @param login of a new account; not used for a reset
 * @param again the same password
 */
record LinkForm(@Login(message = "{link.login.invalid}") @Pattern(regexp = "(?U)\\S*+",
		message = "{link.login.spaces}") String login, NewPassword password, NewPassword again) {

	LinkForm(@Nullable String login, @Nullable NewPassword password, @Nullable NewPassword again) {
		this.login = PlainText.of(Objects.requireNonNullElse(login, ""));
		this.password = Objects.requireNonNullElse(password, new NewPassword(""));
		this.again = Objects.requireNonNullElse(again, new NewPassword(""));
	}

	void validate(AccountLink link, SmartValidator validator, PasswordRules rules, Errors errors) {
		String account = this.login;
		if (link.kind() == LinkKind.INVITATION) {
			validator.validateValue(LinkForm.class, "login", account, errors);
		}
		else {
			account = "" + link.login();
		}
		rules.check(this.password, this.again, errors, link.role(), account, link.email());
	}

}
