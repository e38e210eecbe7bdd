package dev.segmentation.account;

import java.util.Optional;

import dev.segmentation.account.password.NewPassword;
import dev.segmentation.account.password.PasswordRules;
import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of accounts.
 *
 * @param signUp the result of a sign-up through the API
 * @param admin the first administrator
 * @param hashSalt the salt of the reference service's password hashes; empty to accept
 * none of them
 */
@ConfigurationProperties("segmentation")
public record AccountProperties(@DefaultValue("members") SignUpPolicy signUp, @DefaultValue Admin admin,
		@DefaultValue("") String hashSalt) {

	/**
	 * The result of a sign-up through the API.
	 */
	public enum SignUpPolicy {

		/** An account that can only read its own segments. */
		MEMBERS,

		/** An account with the permissions of an editor in the API. */
		OPEN,

		/** An error: sign-up is closed. */
		CLOSED

	}

	/**
	 * The first administrator, created when there are no accounts.
	 *
	 * @param password satisfies the rules for staff; without it, the application
	 * generates one and prints it once
	 */
	public record Admin(@Nullable String password) {

		/**
		 * Finds the rule that the password breaks. Only the start that makes the
		 * administrator asks for it: the password of an earlier one may have followed
		 * other rules.
		 * @return a sentence with the name of the setting
		 */
		public Optional<String> problem() {
			return Optional.ofNullable(this.password)
				.flatMap((text) -> new PasswordRules().problem(new NewPassword(text), Role.ADMIN,
						FirstAdministrator.LOGIN))
				.map((problem) -> "SEGMENTATION_ADMIN_PASSWORD " + rule(problem));
		}

		private static String rule(String problem) {
			return switch (problem) {
				case "password.name" -> "must not be the login.";
				case "password.common" -> "is easy to guess. Choose a longer one, or leave it out to generate one.";
				default -> "must have 12 to 64 characters.";
			};
		}

	}

}
