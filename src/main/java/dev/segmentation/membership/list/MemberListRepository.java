package dev.segmentation.membership.list;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.segmentation.membership.end.Ttl;
import dev.segmentation.membership.end.TtlParameters;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import dev.segmentation.shared.Purge;
import dev.segmentation.shared.database.SqlTime;
import dev.segmentation.user.UserField;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores pasted lists until their confirmation.
 */
@Repository
class MemberListRepository implements Purge {

	private static final Keyset BY_POSITION = Keyset.ascending("e.position");

	private final JdbcClient jdbc;

	MemberListRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Matches the entries of a list to users and stores the result for the review.
	 * @param numbers the field that numbers are; {@code null} when it is not decided
	 * @return the list's id
	 */
	long insert(long segmentId, MemberListRequest request, @Nullable UserField numbers, long accountId) {
		return this.jdbc
			.sql("""
					WITH named AS MATERIALIZED (
					    SELECT text, position, user_id, matched_by, ambiguous FROM match_users(:entries, :numbers)
					), judged AS (
					    SELECT named.*, row_number() OVER (
					               PARTITION BY user_id, CASE WHEN user_id IS NULL THEN lower(text) END
					               ORDER BY position) > 1 AS doubled,
					           (SELECT true FROM active_memberships AS m
					            WHERE m.user_id = named.user_id AND m.segment_id = :segment) AS member
					    FROM named
					)
					INSERT INTO member_lists (segment_id, account_id, change, present, note, ttl, until, numbers, entries, entry_users, entry_fields,
					    new_ids, member_ids, unknown, ambiguous, doubled)
					SELECT :segment, :account, :change, :present, nullif(:note, ''), CAST(:ttl AS interval), CAST(:until AS timestamptz), :numbers, :entries,
					       coalesce(array_agg(user_id ORDER BY position), '{}'),
					       coalesce(array_agg(matched_by ORDER BY position), '{}'),
					       coalesce(array_agg(user_id ORDER BY user_id)
					           FILTER (WHERE NOT doubled AND user_id IS NOT NULL AND member IS NULL), '{}'),
					       coalesce(array_agg(user_id ORDER BY user_id) FILTER (WHERE NOT doubled AND member), '{}'),
					       coalesce(array_agg(text ORDER BY position)
					           FILTER (WHERE NOT doubled AND user_id IS NULL AND NOT ambiguous), '{}'),
					       coalesce(array_agg(text ORDER BY position) FILTER (WHERE NOT doubled AND ambiguous), '{}'),
					       coalesce(array_agg(text ORDER BY position) FILTER (WHERE doubled), '{}')
					FROM judged
					RETURNING id
					""")
			.param("segment", segmentId)
			.param("account", accountId)
			.param("entries", request.list().entries().toArray(String[]::new))
			.param("change", lower(request.change()))
			.param("present", lower(request.present()))
			.param("note", request.note())
			.param("numbers", (numbers != null) ? lower(numbers) : null, Types.VARCHAR)
			.params(TtlParameters.of(request.ttl()))
			.query(Long.class)
			.single();
	}

	private static String lower(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	Optional<MemberList> find(long id, long accountId) {
		return this.jdbc
			.sql("""
					SELECT id, segment_id, created_at, upper(change) AS change, upper(present) AS present, coalesce(note, '') AS note,
					       extract(epoch FROM ttl) AS ttl, until, upper(numbers) AS numbers,
					       cardinality(new_ids) AS new_users, cardinality(member_ids) AS members,
					       cardinality(unknown) AS unknown, unknown[1 : :sample] AS some_unknown,
					       cardinality(ambiguous) AS ambiguous, ambiguous[1 : :sample] AS some_ambiguous,
					       cardinality(doubled) AS doubled, doubled[1 : :sample] AS some_doubled,
					       added, already, gone, departed, coalesce(changed, 0) AS changed
					FROM member_lists WHERE id = :id AND account_id = :account
					""")
			.param("id", id)
			.param("account", accountId)
			.param("sample", MemberList.Sample.SIZE)
			.query(MemberListRepository::list)
			.optional();
	}

	boolean exists(long id, long segmentId) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM member_lists WHERE id = :id AND segment_id = :segment)")
			.param("id", id)
			.param("segment", segmentId)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Finds the entries that name a user, in the order of the list.
	 */
	List<MatchedEntry> findMatched(long id, @Nullable Cursor cursor, int limit) {
		return this.jdbc.sql("""
				SELECT e.position, e.text, upper(e.field) AS matched_by, e.user_id, u.login, u.email
				FROM member_lists AS l
				CROSS JOIN LATERAL unnest(l.entries, l.entry_users, l.entry_fields) WITH ORDINALITY
				    AS e (text, user_id, field, position)
				LEFT JOIN users AS u ON u.id = e.user_id
				WHERE l.id = :list AND e.user_id IS NOT NULL AND %s
				ORDER BY %s LIMIT :limit
				""".formatted(BY_POSITION.beyond(cursor, ":position"), BY_POSITION.order(cursor)))
			.param("list", id)
			.param("position", (cursor != null) ? cursor.number(0) : null)
			.param("limit", limit)
			.query(MatchedEntry.class)
			.list();
	}

	/**
	 * Finds all entries in their order.
	 */
	List<String> findEntries(long id) {
		return this.jdbc.sql("SELECT unnest(entries) FROM member_lists WHERE id = :id")
			.param("id", id)
			.query(String.class)
			.list();
	}

	/**
	 * Finds unknown entries of which each word names a user, such as "anna boris". Leaves
	 * out numbers such as "12 345", whose thousands are separated by blanks.
	 * @param read the number of unknown entries with blanks to read
	 */
	List<String> findSplittable(long id, int read) {
		return this.jdbc
			.sql("""
					WITH entry AS MATERIALIZED (
					    SELECT e.text FROM member_lists AS l CROSS JOIN LATERAL unnest(l.unknown) AS e (text)
					    WHERE l.id = :id AND e.text LIKE '% %' AND e.text !~ '^[0-9]{1,3}( [0-9]{3})+$' LIMIT :read
					)
					SELECT text FROM entry WHERE NOT EXISTS (
					    SELECT FROM match_users(string_to_array(regexp_replace(entry.text, ' +', ' ', 'g'), ' '), NULL) AS word
					    WHERE word.user_id IS NULL AND NOT word.ambiguous)
					""")
			.param("id", id)
			.param("read", read)
			.query(String.class)
			.list();
	}

	/**
	 * Finds all entries that match no user, in the order of the list.
	 */
	List<String> findUnknown(long id) {
		return this.jdbc.sql("SELECT unnest(unknown) FROM member_lists WHERE id = :id")
			.param("id", id)
			.query(String.class)
			.list();
	}

	/**
	 * Deletes lists after a day. The history still contains the users that they added.
	 */
	@Override
	public void purge() {
		this.jdbc.sql("DELETE FROM member_lists WHERE created_at < now() - interval '1 day'").update();
	}

	private static MemberList list(ResultSet row, int number) throws SQLException {
		return new MemberList(row.getLong("id"), row.getLong("segment_id"), SqlTime.instant(row, "created_at"),
				ListChange.valueOf(row.getString("change")), PresentEnds.valueOf(row.getString("present")),
				row.getString("note"), ttl(row), numbers(row), row.getLong("new_users"), row.getLong("members"),
				sample(row, "unknown"), sample(row, "ambiguous"), sample(row, "doubled"), result(row));
	}

	private static @Nullable Ttl ttl(ResultSet row) throws SQLException {
		Instant until = SqlTime.instantOrNull(row, "until");
		if (until != null) {
			return new Ttl.Until(until);
		}
		BigDecimal seconds = row.getBigDecimal("ttl");
		return (seconds != null) ? new Ttl.For(Duration.ofNanos(seconds.movePointRight(9).longValueExact())) : null;
	}

	private static @Nullable UserField numbers(ResultSet row) throws SQLException {
		String numbers = row.getString("numbers");
		return (numbers != null) ? UserField.valueOf(numbers) : null;
	}

	private static MemberList.Sample sample(ResultSet row, String column) throws SQLException {
		return new MemberList.Sample(row.getLong(column),
				List.of((String[]) row.getArray("some_" + column).getArray()));
	}

	private static MemberList.@Nullable Result result(ResultSet row) throws SQLException {
		return (row.getObject("added") != null) ? new MemberList.Result(row.getLong("added"), row.getLong("already"),
				row.getLong("gone"), row.getLong("departed"), row.getLong("changed")) : null;
	}

}
