package dev.segmentation.account;

import java.security.SecureRandom;
import java.util.Base64;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Creates the first administrator when there are no accounts. This happens before the
 * port opens, so that a sign-in cannot fail because the account is missing.
 */
@Component
public class FirstAdministrator implements SmartInitializingSingleton {

	/** The login of the first administrator. */
	public static final String LOGIN = "admin";

	private static final int GENERATED_BYTES = 15;

	private final AccountRepository accounts;

	private final PasswordEncoder passwords;

	private final AccountProperties properties;

	private Password password = new Password.MadeEarlier();

	FirstAdministrator(AccountRepository accounts, PasswordEncoder passwords, AccountProperties properties) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.properties = properties;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (!this.accounts.isEmpty()) {
			return;
		}
		this.properties.admin().problem().ifPresent((problem) -> {
			throw new InvalidAdministratorPasswordException(problem);
		});
		String configured = this.properties.admin().password();
		String effective = (configured != null) ? configured : generate();
		if (this.accounts.insertFirstAdministrator(LOGIN, this.passwords.encode(effective), configured == null)) {
			this.password = (configured != null) ? new Password.Chosen() : new Password.Generated(effective);
		}
	}

	/**
	 * Returns the source of the first administrator's password.
	 */
	public Password password() {
		return this.password;
	}

	private static String generate() {
		byte[] bytes = new byte[GENERATED_BYTES];
		new SecureRandom().nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/**
	 * The source of the first administrator's password.
	 */
	public sealed interface Password {

		/** This start generated the password. It is shown once. */
		record Generated(String text) implements Password {

			@Override
			public String toString() {
				return "Generated[]";
			}

		}

		/** The settings of this start contain the password. */
		record Chosen() implements Password {
		}

		/** An account existed before this start. */
		record MadeEarlier() implements Password {
		}

	}

}
