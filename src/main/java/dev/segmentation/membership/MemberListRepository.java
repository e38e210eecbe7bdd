package dev.segmentation.membership;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import dev.segmentation.shared.Purge;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps pasted lists between their reading and their confirmation.
 */
@Repository
class MemberListRepository implements Purge {

	private final JdbcClient jdbc;

	MemberListRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Reads a list: each entry is taken for an id, a login, an e-mail or an external id,
	 * whichever first names a user. Each is looked up by its index, however long the
	 * list: a hash join would read all users.
	 */
	long insert(long segmentId, PastedList list, @Nullable Ttl ttl, long accountId) {
		return this.jdbc
			.sql("""
					WITH named AS MATERIALIZED (
					    SELECT entry, position, coalesce(
					        CASE WHEN entry ~ '^[0-9]{1,18}$' THEN (SELECT id FROM users WHERE id = CAST(entry AS bigint)) END,
					        (SELECT id FROM users WHERE lower(login) = lower(entry)),
					        (SELECT id FROM users WHERE lower(email) = lower(entry)),
					        (SELECT id FROM users WHERE external_id = entry)) AS user_id
					    FROM unnest(:entries) WITH ORDINALITY AS pasted (entry, position)
					), judged AS (
					    SELECT entry, position, user_id, row_number() OVER (
					               PARTITION BY user_id, CASE WHEN user_id IS NULL THEN lower(entry) END
					               ORDER BY position) > 1 AS doubled,
					           (SELECT true FROM memberships AS m
					            WHERE m.user_id = named.user_id AND m.segment_id = :segment
					              AND (m.expires_at IS NULL OR m.expires_at > now())) AS member
					    FROM named
					)
					INSERT INTO member_lists (segment_id, account_id, ttl, until, new_ids, member_ids, unknown, doubled)
					SELECT :segment, :account, CAST(:ttl AS interval), CAST(:until AS timestamptz),
					       coalesce(array_agg(user_id ORDER BY user_id)
					           FILTER (WHERE NOT doubled AND user_id IS NOT NULL AND member IS NULL), '{}'),
					       coalesce(array_agg(user_id ORDER BY user_id) FILTER (WHERE NOT doubled AND member), '{}'),
					       coalesce(array_agg(entry ORDER BY position) FILTER (WHERE NOT doubled AND user_id IS NULL), '{}'),
					       coalesce(array_agg(entry ORDER BY position) FILTER (WHERE doubled), '{}')
					FROM judged
					RETURNING id
					""")
			.param("segment", segmentId)
			.param("account", accountId)
			.param("entries", list.entries().toArray(String[]::new))
			.params(TtlParameters.of(ttl))
			.query(Long.class)
			.single();
	}

	Optional<MemberList> find(long id, long accountId) {
		return this.jdbc.sql("""
				SELECT id, segment_id, created_at, extract(epoch FROM ttl) AS ttl, until,
				       cardinality(new_ids) AS fresh, cardinality(member_ids) AS members,
				       cardinality(unknown) AS unknown, unknown[1 : :sample] AS some_unknown,
				       cardinality(doubled) AS doubled, doubled[1 : :sample] AS some_doubled,
				       added, already, gone, departed
				FROM member_lists WHERE id = :id AND account_id = :account
				""")
			.param("id", id)
			.param("account", accountId)
			.param("sample", MemberList.Sample.SIZE)
			.query(MemberListRepository::list)
			.optional();
	}

	/**
	 * Marks a list as confirmed, once; whoever comes second waits for the first.
	 */
	boolean confirm(long id, long accountId) {
		return this.jdbc.sql("""
				UPDATE member_lists SET confirmed_at = clock_timestamp()
				WHERE id = :id AND account_id = :account AND confirmed_at IS NULL
				""").param("id", id).param("account", accountId).update() > 0;
	}

	List<Long> findNewIds(long id) {
		return this.jdbc.sql("SELECT unnest(new_ids) FROM member_lists WHERE id = :id")
			.param("id", id)
			.query(Long.class)
			.list();
	}

	/**
	 * Records what became of a list, with those who left the segment since it was read.
	 */
	void recordResult(long id, AddedUsers result) {
		this.jdbc.sql("""
				UPDATE member_lists AS l SET added = :added, already = :already, gone = :gone, departed = (
				    SELECT count(*) FROM unnest(l.member_ids) AS was (user_id) WHERE NOT EXISTS (
				        SELECT FROM memberships AS m WHERE m.user_id = was.user_id AND m.segment_id = l.segment_id
				        AND (m.expires_at IS NULL OR m.expires_at > now())))
				WHERE id = :id
				""")
			.param("id", id)
			.param("added", result.added())
			.param("already", result.already())
			.param("gone", result.unknown())
			.update();
	}

	/**
	 * All entries that name nobody, in the order of the list.
	 */
	List<String> findUnknown(long id) {
		return this.jdbc.sql("SELECT unnest(unknown) FROM member_lists WHERE id = :id")
			.param("id", id)
			.query(String.class)
			.list();
	}

	/**
	 * Deletes lists after a day. The history has the users that they added.
	 */
	@Override
	public void purge() {
		this.jdbc.sql("DELETE FROM member_lists WHERE created_at < now() - interval '1 day'").update();
	}

	private static MemberList list(ResultSet row, int number) throws SQLException {
		return new MemberList(row.getLong("id"), row.getLong("segment_id"),
				row.getObject("created_at", OffsetDateTime.class).toInstant(), ttl(row), row.getLong("fresh"),
				row.getLong("members"), sample(row, "unknown"), sample(row, "doubled"), result(row));
	}

	private static @Nullable Ttl ttl(ResultSet row) throws SQLException {
		OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
		if (until != null) {
			return new Ttl.Until(until.toInstant());
		}
		BigDecimal seconds = row.getBigDecimal("ttl");
		return (seconds != null) ? new Ttl.For(Duration.ofNanos(seconds.movePointRight(9).longValueExact())) : null;
	}

	private static MemberList.Sample sample(ResultSet row, String column) throws SQLException {
		return new MemberList.Sample(row.getLong(column),
				List.of((String[]) row.getArray("some_" + column).getArray()));
	}

	private static MemberList.@Nullable Result result(ResultSet row) throws SQLException {
		return (row.getObject("added") != null) ? new MemberList.Result(row.getLong("added"), row.getLong("already"),
				row.getLong("gone"), row.getLong("departed")) : null;
	}

}
