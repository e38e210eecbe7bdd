package dev.segmentation.support;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An act at any time, written without the triggers. It adds history but no memberships.
 */
public record RecordedAct(JdbcClient jdbc, long id, String at) {

	/**
	 * Records an act.
	 * @param at the time of the act, with its offset
	 * @param kind the source, spelled as in the database
	 */
	public static RecordedAct at(JdbcClient jdbc, String at, String kind, @Nullable Long account,
			@Nullable String note) {
		long id = jdbc.sql("""
				INSERT INTO acts (kind, account_id, note, at)
				VALUES (CAST(:kind AS act_kind), :account, :note, CAST(:at AS timestamptz)) RETURNING id
				""")
			.param("kind", kind)
			.param("account", account)
			.param("note", note)
			.param("at", at)
			.query(Long.class)
			.single();
		return new RecordedAct(jdbc, id, at);
	}

	/**
	 * Records that the act added users to a segment.
	 */
	public RecordedAct added(long segment, String name, long... users) {
		return change(segment, name, "added", users);
	}

	/**
	 * Records that the act removed users from a segment.
	 */
	public RecordedAct deleted(long segment, String name, long... users) {
		return change(segment, name, "deleted", users);
	}

	private RecordedAct change(long segment, String name, String type, long... users) {
		this.jdbc
			.sql("""
					WITH written AS (
					    INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids)
					    SELECT :act, :segment, :name, CAST(:type AS operation_type), CAST(:at AS timestamptz), id / 64,
					           count(*), array_agg(id ORDER BY id)
					    FROM unnest(:users) AS id GROUP BY id / 64
					    RETURNING user_count)
					INSERT INTO act_changes (act_id, act_at, segment_id, segment_name, type, users, at, expired)
					SELECT :act, CAST(:at AS timestamptz), :segment, :name, CAST(:type AS operation_type), sum(user_count),
					       CAST(:at AS timestamptz), (SELECT kind = 'expiry' FROM acts WHERE id = :act)
					FROM written
					""")
			.param("act", this.id)
			.param("segment", segment)
			.param("name", name)
			.param("type", type)
			.param("at", this.at)
			.param("users", Arrays.stream(users).boxed().toArray(Long[]::new))
			.update();
		this.jdbc.sql("INSERT INTO segment_names (segment_id, name) VALUES (:segment, :name) ON CONFLICT DO NOTHING")
			.param("segment", segment)
			.param("name", name)
			.update();
		return this;
	}

	public long id() {
		return this.id;
	}

}
