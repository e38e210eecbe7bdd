package dev.segmentation.user.sample;

import java.util.List;

import dev.segmentation.shared.refusal.RestrictedSegmentException;
import dev.segmentation.user.UserData;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SampleUserRepository {

	private final JdbcClient jdbc;

	SampleUserRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds users and marks them as samples. Those whose login, e-mail or external id
	 * another user has are left out.
	 * @return the number of added users
	 */
	int insert(List<UserData> users) {
		return this.jdbc.sql("""
				WITH added AS (
				    INSERT INTO users (login, email, external_id)
				    SELECT * FROM unnest(CAST(:logins AS text[]), CAST(:emails AS text[]), CAST(:externalIds AS text[]))
				    ON CONFLICT DO NOTHING RETURNING id)
				INSERT INTO sample_users (user_id) SELECT id FROM added
				""")
			.param("logins", users.stream().map(UserData::login).toArray(String[]::new))
			.param("emails", users.stream().map(UserData::email).toArray(String[]::new))
			.param("externalIds", users.stream().map(UserData::externalId).toArray(String[]::new))
			.update();
	}

	long count() {
		return this.jdbc.sql("SELECT count(*) FROM sample_users").query(Long.class).single();
	}

	/**
	 * Deletes the sample users and, as an act, their memberships.
	 * @return the number of deleted users
	 */
	int delete(long accountId) {
		return RestrictedSegmentException.check(() -> this.jdbc.sql("""
				DELETE FROM users USING begin_act('page', :account, NULL)
				WHERE id IN (SELECT user_id FROM sample_users)
				""").param("account", accountId).update());
	}

}
