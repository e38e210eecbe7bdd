package dev.segmentation.support;

import java.util.concurrent.atomic.AtomicInteger;

import dev.segmentation.shared.Role;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A staff account that only one test uses. Its password is that of all test accounts.
 */
public record Person(long id, String login) {

	private static final AtomicInteger counter = new AtomicInteger();

	/**
	 * Adds an account with an e-mail address.
	 */
	public static Person add(JdbcClient jdbc, Role role) {
		String login = "person-" + counter.incrementAndGet();
		return new Person(jdbc.sql("""
				INSERT INTO accounts (login, email, role, password_hash)
				SELECT :login, :login || '@example.com', :role, password_hash FROM accounts WHERE login = 'admin'
				RETURNING id
				""").param("login", login).param("role", role.name()).query(Long.class).single(), login);
	}

	/**
	 * Returns the browser of this account.
	 */
	public Pages signIn(Api api) {
		return new Pages(api).signIn(this.login, TestAccount.PASSWORD);
	}

}
