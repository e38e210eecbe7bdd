package dev.segmentation.support;

import dev.segmentation.shared.Role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * The staff accounts of every test database.
 */
public enum TestAccount {

	ADMIN, EDITOR, VIEWER;

	/** The password of all accounts. */
	public static final String PASSWORD = "correct horse";

	/**
	 * Hashes passwords like the application, with a thousandth of its work, because
	 * hundreds of tests sign in. A hash of an older kind would make every check of a
	 * wrong password slow.
	 */
	public static final Argon2PasswordEncoder QUICK_HASHES = new Argon2PasswordEncoder(16, 32, 1, 16, 1);

	/**
	 * Returns the login.
	 */
	public String login() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

	static void insertAll(JdbcClient jdbc) {
		String hash = "{argon2}" + QUICK_HASHES.encode(PASSWORD);
		for (TestAccount account : values()) {
			jdbc.sql("INSERT INTO accounts (login, password_hash, role) VALUES (:login, :hash, :role)")
				.param("login", account.login())
				.param("hash", hash)
				.param("role", Role.valueOf(account.name()).name())
				.update();
		}
	}

}
