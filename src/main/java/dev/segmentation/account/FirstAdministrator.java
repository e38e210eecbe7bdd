package dev.segmentation.account;

import java.security.SecureRandom;
import java.util.Base64;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes the first administrator when nobody can sign in yet: before the port opens, so
 * that nobody is told that the password is wrong.
 */
@Component
public class FirstAdministrator implements SmartInitializingSingleton {

	/** What the first administrator signs in with. */
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
		String chosen = this.properties.admin().password();
		String used = (chosen != null) ? chosen : generate();
		if (this.accounts.insertFirstAdministrator(LOGIN, this.passwords.encode(used))) {
			this.password = (chosen != null) ? new Password.Chosen() : new Password.Generated(used);
		}
	}

	/**
	 * What this start knows of the first administrator's password.
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
	 * Where the first administrator's password comes from.
	 */
	public sealed interface Password {

		/** This start has generated it; to be shown once. */
		record Generated(String text) implements Password {

			@Override
			public String toString() {
				return "Generated[]";
			}

		}

		/** This start has taken it from the settings. */
		record Chosen() implements Password {
		}

		/** There was an account before this start. */
		record MadeEarlier() implements Password {
		}

	}

}
