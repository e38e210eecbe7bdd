package dev.segmentation.support;

import java.util.concurrent.atomic.AtomicInteger;

import dev.segmentation.support.Api.Answer;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A user that signed up through the API.
 *
 * @param api the API, called with the member's token
 */
public record TestMember(long userId, String login, Api api) {

	/** The password of all members. */
	public static final String PASSWORD = "battery staple";

	private static final AtomicInteger counter = new AtomicInteger();

	/**
	 * Signs up a member and signs in.
	 */
	public static TestMember signUp(Api api) {
		String login = "member-" + counter.incrementAndGet();
		Answer answer = api.post("/users/sign-up", """
				{"login": "%s", "email": "%s@example.com", "password": "%s"}""".formatted(login, login, PASSWORD));
		return new TestMember(answer.json().get("id").asLong(), login, api.as(login, PASSWORD));
	}

	/**
	 * Disables the account.
	 */
	public void disable(JdbcClient jdbc) {
		jdbc.sql("UPDATE accounts SET enabled = false WHERE user_id = :user").param("user", this.userId).update();
	}

}
