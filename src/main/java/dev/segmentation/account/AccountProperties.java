package dev.segmentation.account;

import java.time.temporal.ValueRange;

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
	 * @param password 8 to 64 characters; without it, the application generates one and
	 * prints it once
	 */
	public record Admin(@Nullable String password) {

		private static final ValueRange LENGTH = ValueRange.of(8, 64);

		public Admin {
			if (password != null && !LENGTH.isValidIntValue(password.codePointCount(0, password.length()))) {
				throw new IllegalArgumentException("SEGMENTATION_ADMIN_PASSWORD must have 8 to 64 characters.");
			}
		}

	}

}
