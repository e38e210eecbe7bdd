package dev.segmentation.account;

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

		public Admin {
			if (password != null) {
				new PasswordRules().problem(new NewPassword(password), Role.ADMIN, FirstAdministrator.LOGIN)
					.ifPresent((problem) -> {
						throw new IllegalArgumentException("SEGMENTATION_ADMIN_PASSWORD " + rule(problem));
					});
			}
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
