package dev.segmentation.segment.web;

import java.time.OffsetDateTime;
import java.util.Map;

import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A restricted segment with one member, another user, and a list with that user, which
 * the editor pasted before the restriction.
 */
record RestrictedSegment(JdbcClient jdbc, long id, long member, long other, long list) {

	static RestrictedSegment create(JdbcClient jdbc) {
		long id = Sql.addSegment(jdbc);
		long member = Sql.addUser(jdbc);
		long other = Sql.addUser(jdbc);
		Sql.addMemberships(jdbc, member, id);
		long list = jdbc.sql("""
				INSERT INTO member_lists (segment_id, account_id, new_ids, headers)
				SELECT :segment, id, ARRAY[:user]::bigint[], '{id}' FROM accounts WHERE login = 'editor'
				RETURNING id""").param("segment", id).param("user", other).query(Long.class).single();
		jdbc.sql("""
				INSERT INTO member_list_entries (list_id, position, line, text, cells)
				VALUES (:list, 1, 1, :user, ARRAY[:user])
				""").param("list", list).param("user", String.valueOf(other)).update();
		jdbc.sql("UPDATE segments SET restricted = true WHERE id = :id").param("id", id).update();
		return new RestrictedSegment(jdbc, id, member, other, list);
	}

	void addOwner(TestAccount account) {
		this.jdbc.sql("INSERT INTO segment_owners SELECT :id, a.id FROM accounts AS a WHERE a.login = :login")
			.param("id", this.id)
			.param("login", account.login())
			.update();
	}

	String name() {
		return this.jdbc.sql("SELECT name FROM segments WHERE id = :id")
			.param("id", this.id)
			.query(String.class)
			.single();
	}

	/** The login of the member. */
	String login() {
		return this.jdbc.sql("SELECT login FROM users WHERE id = :id")
			.param("id", this.member)
			.query(String.class)
			.single();
	}

	/** Everything that an account could change. */
	Map<String, Object> content() {
		return this.jdbc.sql("""
				SELECT (SELECT s::text FROM segments AS s WHERE s.id = :id) AS segment,
				    (SELECT array_agg(m ORDER BY m)::text FROM memberships AS m WHERE m.segment_id = :id) AS members,
				    (SELECT array_agg(o ORDER BY o)::text FROM segment_owners AS o WHERE o.segment_id = :id) AS owners,
				    (SELECT array_agg(l ORDER BY l.id)::text FROM member_lists AS l WHERE l.segment_id = :id) AS lists,
				    (SELECT max(id) FROM acts) AS last_act
				""").param("id", this.id).query().singleRow();
	}

	/** The start of the membership, as the page of its removal sends it. */
	String since() {
		return this.jdbc.sql("SELECT date FROM operations WHERE segment_id = :id AND type = 'added'")
			.param("id", this.id)
			.query(OffsetDateTime.class)
			.single()
			.toInstant()
			.toString();
	}

	/** When the segment was created, without members. */
	String created() {
		return this.jdbc.sql("SELECT created_at FROM segments WHERE id = :id")
			.param("id", this.id)
			.query(OffsetDateTime.class)
			.single()
			.toInstant()
			.toString();
	}

}
