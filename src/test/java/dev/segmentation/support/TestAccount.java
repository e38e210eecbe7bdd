package dev.segmentation.support;

import dev.segmentation.shared.Role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The accounts of staff that every test database has.
 */
public enum TestAccount {

	ADMIN, EDITOR, VIEWER;

	/** The password of all of them. */
	public static final String PASSWORD = "correct horse";

	/**
	 * Hundreds of tests sign in. Accounts that sign up get the slow hash of production.
	 */
	private static final int FASTEST = 4;

	/**
	 * What it signs in with.
	 */
	public String login() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

	static void insertAll(JdbcClient jdbc) {
		String hash = "{bcrypt}" + new BCryptPasswordEncoder(FASTEST).encode(PASSWORD);
		for (TestAccount account : values()) {
			jdbc.sql("INSERT INTO accounts (login, password_hash, role) VALUES (:login, :hash, :role)")
				.param("login", account.login())
				.param("hash", hash)
				.param("role", Role.valueOf(account.name()).name())
				.update();
		}
	}

}
