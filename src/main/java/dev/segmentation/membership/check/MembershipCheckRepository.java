package dev.segmentation.membership.check;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Answers many questions about memberships in one statement.
 */
@Repository
class MembershipCheckRepository {

	private final JdbcClient jdbc;

	MembershipCheckRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Answers questions in their order, each by its key.
	 */
	List<FoundMembership> find(Collection<MembershipQuestion> questions) {
		return this.jdbc.sql("""
				SELECT q.user_id, q.segment_id, m.user_id IS NOT NULL AS member, m.expires_at AS until
				FROM unnest(:users, :segments) WITH ORDINALITY AS q (user_id, segment_id, position)
				LEFT JOIN active_memberships AS m ON m.user_id = q.user_id AND m.segment_id = q.segment_id
				ORDER BY q.position
				""")
			.param("users", questions.stream().map(MembershipQuestion::userId).toArray(Long[]::new))
			.param("segments", questions.stream().map(MembershipQuestion::segmentId).toArray(Long[]::new))
			.query(FoundMembership.class)
			.list();
	}

	/**
	 * Finds the memberships of users, in the order of the users.
	 * @param limit the largest number of memberships
	 */
	List<FoundMembership> findAll(Collection<Long> users, int limit) {
		return this.jdbc.sql("""
				SELECT m.user_id, m.segment_id, true AS member, m.expires_at AS until
				FROM unnest(:users) WITH ORDINALITY AS q (user_id, position)
				JOIN active_memberships AS m ON m.user_id = q.user_id
				ORDER BY q.position, m.segment_id LIMIT :limit
				""")
			.param("users", users.toArray(Long[]::new))
			.param("limit", limit)
			.query(FoundMembership.class)
			.list();
	}

}
