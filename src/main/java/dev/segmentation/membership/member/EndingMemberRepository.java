package dev.segmentation.membership.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import dev.segmentation.shared.database.SqlTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds the memberships that end in a period. Two indexes have their order: one of all
 * segments, and one of each segment.
 */
@Repository
class EndingMemberRepository {

	/**
	 * The largest number of memberships that a page with a source reads. Finding the act
	 * that began a membership takes 10 to 160 µs.
	 */
	private static final int BUDGET = 1_000;

	private static final Keyset IN_ALL = Keyset.ascending("m.expires_at", "m.segment_id + 0", "m.user_id");

	private static final Keyset IN_SEGMENT = Keyset.ascending("m.expires_at", "m.user_id");

	private static final String DETAILS = """
			SELECT m.user_id, m.segment_id, m.expires_at, s.name, u.login, u.email, a.id AS act_id, a.kind,
			       b.login AS account
			FROM (%s) AS m
			LEFT JOIN LATERAL (%s) AS entered ON true
			LEFT JOIN LATERAL (SELECT id, kind, account_id FROM acts WHERE id = entered.act_id LIMIT 1) AS a ON true
			LEFT JOIN accounts AS b ON b.id = a.account_id
			JOIN users AS u ON u.id = m.user_id
			JOIN segments AS s ON s.id = m.segment_id
			WHERE (CAST(:source AS act_kind) IS NULL OR a.kind = CAST(:source AS act_kind))
			ORDER BY %s LIMIT :limit
			""";

	private final JdbcClient jdbc;

	EndingMemberRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds memberships beyond a cursor. With a source it reads a bounded number of them,
	 * so it may find too few.
	 */
	List<EndingMember> find(EndingFilter filter, @Nullable Cursor cursor, int limit) {
		int read = (filter.source() != null) ? BUDGET : limit;
		return this.jdbc
			.sql(DETAILS.formatted(ordered(filter, cursor, read), MemberCondition.ENTERED, IN_ALL.order(cursor)))
			.params(parameters(filter, cursor))
			.param("limit", limit)
			.query(EndingMemberRepository::member)
			.list();
	}

	/**
	 * Returns the position at which {@link #find} stopped reading.
	 * @return empty when it read all memberships
	 */
	Optional<Cursor> findEndOfBudget(EndingFilter filter, @Nullable Cursor cursor) {
		return this.jdbc
			.sql("SELECT * FROM (%s) AS m ORDER BY %s OFFSET %d".formatted(ordered(filter, cursor, BUDGET),
					IN_ALL.order(cursor), BUDGET - 1))
			.params(parameters(filter, cursor))
			.query((row, number) -> Cursor.after(SqlTime.instant(row, "expires_at"), row.getLong("segment_id"),
					row.getLong("user_id")))
			.optional();
	}

	/**
	 * Counts memberships without their source.
	 * @return at most the limit
	 */
	long count(EndingFilter filter, int limit) {
		return this.jdbc.sql("SELECT count(*) FROM (%s) AS m".formatted(ordered(filter, null, limit)))
			.params(parameters(filter, null))
			.query(Long.class)
			.single();
	}

	/**
	 * Finds those of the memberships that still have an end.
	 */
	List<EndingMember> findAll(List<MembershipKey> keys) {
		String chosen = """
				SELECT m.user_id, m.segment_id, m.expires_at, m.added_at
				FROM (SELECT DISTINCT * FROM unnest(:segments, :users)) AS chosen (segment_id, user_id)
				JOIN active_memberships AS m USING (segment_id, user_id) WHERE m.expires_at IS NOT NULL""";
		return this.jdbc.sql(DETAILS.formatted(chosen, MemberCondition.ENTERED, IN_ALL.order(null)))
			.param("segments", keys.stream().map(MembershipKey::segmentId).toArray(Long[]::new))
			.param("users", keys.stream().map(MembershipKey::userId).toArray(Long[]::new))
			.param("source", null)
			.param("limit", keys.size())
			.query(EndingMemberRepository::member)
			.list();
	}

	private static String ordered(EndingFilter filter, @Nullable Cursor cursor, int limit) {
		boolean all = filter.segment() == null;
		Keyset keyset = all ? IN_ALL : IN_SEGMENT;
		String beyond = all ? keyset.beyond(cursor, ":at", ":atSegment", ":atUser")
				: keyset.beyond(cursor, ":at", ":atUser");
		return """
				SELECT m.user_id, m.segment_id, m.expires_at, m.added_at FROM memberships AS m
				WHERE m.expires_at > now() AND m.expires_at >= :from AND m.expires_at <= :to AND %s AND %s
				ORDER BY %s LIMIT %d""".formatted(all ? "true" : "m.segment_id = :segment", beyond,
				keyset.order(cursor), limit);
	}

	private static Map<String, @Nullable Object> parameters(EndingFilter filter, @Nullable Cursor cursor) {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("from", SqlTime.utc(filter.from()));
		parameters.put("to", SqlTime.utc(filter.to()));
		parameters.put("segment", filter.segment());
		parameters.put("source", (filter.source() != null) ? filter.source().text() : null);
		if (cursor != null) {
			parameters.put("at", SqlTime.utc(cursor.instant(0)));
			parameters.put("atSegment", cursor.number(1));
			parameters.put("atUser", cursor.number(2));
		}
		return parameters;
	}

	private static EndingMember member(ResultSet row, int number) throws SQLException {
		Long act = row.getObject("act_id", Long.class);
		Member.Entry entry = (act != null)
				? new Member.Entry(act, ActKind.of(row.getString("kind")), row.getString("account")) : null;
		return new EndingMember(new MembershipKey(row.getLong("segment_id"), row.getLong("user_id")),
				row.getString("name"), row.getString("login"), row.getString("email"),
				SqlTime.instant(row, "expires_at"), entry);
	}

}
