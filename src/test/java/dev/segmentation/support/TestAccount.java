package dev.segmentation.support;

import dev.segmentation.shared.Role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/**
 * The accounts of staff that every test database has.
 */
public enum TestAccount {

	ADMIN, EDITOR, VIEWER;

	/** The password of all of them. */
	public static final String PASSWORD = "correct horse";

	/**
	 * What it signs in with.
	 */
	public String login() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

	static void insertAll(JdbcClient jdbc) {
		String hash = "{pbkdf2}" + Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);
		for (TestAccount account : values()) {
			jdbc.sql("INSERT INTO accounts (login, password_hash, role) VALUES (:login, :hash, :role)")
				.param("login", account.login())
				.param("hash", hash)
				.param("role", Role.valueOf(account.name()).name())
				.update();
		}
	}

}
