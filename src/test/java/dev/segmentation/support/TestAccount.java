package dev.segmentation.support;

import dev.segmentation.shared.Role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The staff accounts of every test database.
 */
public enum TestAccount {

	ADMIN, EDITOR, VIEWER;

	/** The password of all accounts. */
	public static final String PASSWORD = "correct horse";

	/** The cost of a fast hash, because hundreds of tests sign in. */
	private static final int FASTEST = 4;

	/**
	 * Returns the login.
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
