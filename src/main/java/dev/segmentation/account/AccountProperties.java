package dev.segmentation.account;

import java.time.temporal.ValueRange;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of accounts.
 *
 * @param signUp what signing up through the API leads to
 * @param admin the first administrator
 */
@ConfigurationProperties("segmentation")
public record AccountProperties(@DefaultValue("members") SignUpPolicy signUp, @DefaultValue Admin admin) {

	/**
	 * What signing up through the API leads to.
	 */
	public enum SignUpPolicy {

		/** An account that reads its own segments and nothing else. */
		MEMBERS,

		/** An account that may do all that an editor may do through the API. */
		OPEN,

		/** Nothing: nobody can sign up. */
		CLOSED

	}

	/**
	 * The first administrator, made when there is no account yet.
	 *
	 * @param password 8 to 64 characters; without it one is generated and printed once
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
