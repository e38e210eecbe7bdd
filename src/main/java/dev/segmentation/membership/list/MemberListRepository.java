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

	private final ListEntryRepository entries;

	MemberListRepository(JdbcClient jdbc, ListEntryRepository entries) {
		this.jdbc = jdbc;
		this.entries = entries;
	}

	/**
	 * Stores a list without its entries.
	 * @param numbers the field that numbers are; {@code null} when it is not decided
	 * @return the list's id
	 */
	long insert(long segmentId, MemberListRequest request, @Nullable UserField numbers, long accountId) {
		ListLayout layout = request.list().layout();
		return this.jdbc.sql("""
				INSERT INTO member_lists (segment_id, account_id, change, present, note, ttl, until, numbers,
				    file_name, headers, user_column, field, ends, checked)
				VALUES (:segment, :account, :change, :present, nullif(:note, ''), CAST(:ttl AS interval),
				    CAST(:until AS timestamptz), :numbers, :file, :headers, :column, :field, :ends, false)
				RETURNING id
				""")
			.param("segment", segmentId)
			.param("account", accountId)
			.param("change", lower(request.change()))
			.param("present", lower(request.present()))
			.param("note", request.note())
			.param("numbers", lower(numbers), Types.VARCHAR)
			.params(TtlParameters.of(request.ttl()))
			.param("file", layout.fileName(), Types.VARCHAR)
			.param("headers", layout.headers().toArray(String[]::new))
			.param("column", layout.column())
			.param("field", lower(layout.field()), Types.VARCHAR)
			.param("ends", layout.ends())
			.query(Long.class)
			.single();
	}

	/**
	 * Stores a list like another one, without its entries.
	 */
	long insertLike(MemberList other, ListLayout layout, @Nullable UserField numbers) {
		return this.jdbc.sql("""
				INSERT INTO member_lists (segment_id, account_id, change, present, note, ttl, until, numbers,
				    file_name, headers, user_column, field, ends, checked)
				SELECT segment_id, account_id, change, present, note, ttl, until, :numbers,
				    file_name, headers, :column, :field, ends, false
				FROM member_lists WHERE id = :other RETURNING id
				""")
			.param("other", other.id())
			.param("column", layout.column())
			.param("field", lower(layout.field()), Types.VARCHAR)
			.param("numbers", lower(numbers), Types.VARCHAR)
			.query(Long.class)
			.single();
	}

	/**
	 * Matches the entries of a list to users, and stores the result for the review.
	 */
	void check(long id) {
		this.jdbc.sql("SELECT check_member_list(:id)::text").param("id", id).query(String.class).single();
	}

	private static @Nullable String lower(@Nullable Enum<?> value) {
		return (value != null) ? value.name().toLowerCase(Locale.ROOT) : null;
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
					       added, already, gone, departed, coalesce(changed, 0) AS changed, coalesce(removed, 0) AS removed,
					       file_name, headers, user_column, upper(field) AS field, ends,
					       invalid, cardinality(end_ids) AS end_changes, leaving, total
					FROM member_lists WHERE id = :id AND account_id = :account AND checked
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
				SELECT e.position, t.text, upper(e.field) AS matched_by, e.user_id, u.login, u.email
				FROM member_lists AS l
				CROSS JOIN LATERAL unnest(l.entry_users, l.entry_fields) WITH ORDINALITY AS e (user_id, field, position)
				JOIN member_list_entries AS t ON t.list_id = l.id AND t.position = e.position
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
	 * Finds the first members that a replacement removes, by their ids.
	 */
	List<Leaver> findLeaving(long id, int limit) {
		return this.jdbc
			.sql("""
					SELECT m.user_id, u.login
					FROM member_lists AS l
					JOIN active_memberships AS m ON m.segment_id = l.segment_id AND m.added_at <= l.created_at
					JOIN users AS u ON u.id = m.user_id
					WHERE l.id = :id AND l.change = 'replace'
					  AND NOT EXISTS (SELECT FROM unnest(l.new_ids || l.member_ids) AS n (user_id) WHERE n.user_id = m.user_id)
					ORDER BY m.user_id LIMIT :limit
					""")
			.param("id", id)
			.param("limit", limit)
			.query(Leaver.class)
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
		this.entries.purge();
	}

	private static MemberList list(ResultSet row, int number) throws SQLException {
		return new MemberList(row.getLong("id"), row.getLong("segment_id"), SqlTime.instant(row, "created_at"),
				ListChange.valueOf(row.getString("change")), PresentEnds.valueOf(row.getString("present")),
				row.getString("note"), ttl(row), field(row, "numbers"), row.getLong("new_users"),
				row.getLong("members"), sample(row, "unknown"), sample(row, "ambiguous"), sample(row, "doubled"),
				layout(row), new MemberList.Counts(row.getLong("invalid"), row.getLong("end_changes"),
						row.getLong("leaving"), row.getLong("total")),
				result(row));
	}

	private static ListLayout layout(ResultSet row) throws SQLException {
		return new ListLayout(row.getString("file_name"), List.of((String[]) row.getArray("headers").getArray()),
				row.getInt("user_column"), field(row, "field"), row.getBoolean("ends"));
	}

	private static @Nullable Ttl ttl(ResultSet row) throws SQLException {
		Instant until = SqlTime.instantOrNull(row, "until");
		if (until != null) {
			return new Ttl.Until(until);
		}
		BigDecimal seconds = row.getBigDecimal("ttl");
		return (seconds != null) ? new Ttl.For(Duration.ofNanos(seconds.movePointRight(9).longValueExact())) : null;
	}

	private static @Nullable UserField field(ResultSet row, String column) throws SQLException {
		String field = row.getString(column);
		return (field != null) ? UserField.valueOf(field) : null;
	}

	private static MemberList.Sample sample(ResultSet row, String column) throws SQLException {
		return new MemberList.Sample(row.getLong(column),
				List.of((String[]) row.getArray("some_" + column).getArray()));
	}

	private static MemberList.@Nullable Result result(ResultSet row) throws SQLException {
		return (row.getObject("added") != null) ? new MemberList.Result(row.getLong("added"), row.getLong("already"),
				row.getLong("gone"), row.getLong("departed"), row.getLong("changed"), row.getLong("removed")) : null;
	}

}
