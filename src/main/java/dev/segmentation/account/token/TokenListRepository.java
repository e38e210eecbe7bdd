package dev.segmentation.account.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.database.SqlTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the tokens that were not revoked.
 */
@Repository
class TokenListRepository {

	private static final String STATE = """
			CASE WHEN NOT o.enabled THEN 'STOPPED' WHEN t.ends_at <= now() THEN 'EXPIRED'
			     WHEN t.ends_at <= now() + interval '14 days' THEN 'ENDING' ELSE 'ACTIVE' END""";

	private static final String TOKENS = """
			FROM api_tokens AS t
			JOIN accounts AS a ON a.id = t.account_id AND a.enabled
			JOIN accounts AS o ON o.id = a.owner_id
			""";

	private static final String SELECT = """
			SELECT a.id, t.name, a.login, o.login AS owner, o.role AS owner_role, a.role, t.read_only,
			       CASE WHEN t.segments_only THEN ARRAY(
			           SELECT s.name FROM api_token_segments AS g JOIN segments AS s ON s.id = g.segment_id
			           WHERE g.account_id = a.id ORDER BY lower(s.name)) END AS segments,
			       t.addresses, %s AS state, a.created_at, t.ends_at, t.last_used_at, t.last_used_from,
			       (SELECT valid_until FROM api_token_secrets AS r
			        WHERE r.account_id = a.id AND r.valid_until > now()) AS replaced_until,
			       (SELECT coalesce(sum(uses), 0) FROM api_token_uses AS u
			        WHERE u.account_id = a.id AND u.day > CAST(now() AT TIME ZONE 'UTC' AS date) - 30) AS uses
			""".formatted(STATE) + TOKENS;

	private static final Keyset NEWEST = Keyset.descending("a.id");

	private final JdbcClient jdbc;

	TokenListRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds tokens from a cursor on.
	 * @param ownerId {@code null} for the tokens of all owners
	 */
	List<ApiToken> find(@Nullable Long ownerId, @Nullable Cursor cursor, int limit) {
		JdbcClient.StatementSpec statement = this.jdbc
			.sql(SELECT
					+ "WHERE (CAST(:owner AS bigint) IS NULL OR a.owner_id = :owner) AND %s ORDER BY %s LIMIT :limit"
						.formatted(NEWEST.beyond(cursor, ":id"), NEWEST.order(cursor)))
			.param("owner", ownerId)
			.param("limit", limit);
		return ((cursor != null) ? statement.param("id", cursor.number(0)) : statement)
			.query(TokenListRepository::token)
			.list();
	}

	Optional<ApiToken> find(long id, @Nullable Long ownerId) {
		return this.jdbc.sql(SELECT + "WHERE a.id = :id AND (CAST(:owner AS bigint) IS NULL OR a.owner_id = :owner)")
			.param("id", id)
			.param("owner", ownerId)
			.query(TokenListRepository::token)
			.optional();
	}

	List<ApiToken> findEnding(long ownerId) {
		return this.jdbc
			.sql(SELECT
					+ "WHERE a.owner_id = :owner AND t.ends_at <= now() + interval '14 days' ORDER BY t.ends_at, a.id")
			.param("owner", ownerId)
			.query(TokenListRepository::token)
			.list();
	}

	Map<TokenState, Long> countStates() {
		return this.jdbc.sql("SELECT %s AS state, count(*) AS tokens %s GROUP BY 1".formatted(STATE, TOKENS))
			.query(StateCount.class)
			.list()
			.stream()
			.collect(Collectors.toMap(StateCount::state, StateCount::tokens));
	}

	private static ApiToken token(ResultSet row, int number) throws SQLException {
		return new ApiToken(row.getLong("id"), row.getString("name"), row.getString("login"), row.getString("owner"),
				Role.valueOf(row.getString("owner_role")), limits(row), TokenState.valueOf(row.getString("state")),
				SqlTime.instant(row, "created_at"), SqlTime.instantOrNull(row, "ends_at"),
				SqlTime.instantOrNull(row, "replaced_until"), SqlTime.instantOrNull(row, "last_used_at"),
				row.getString("last_used_from"), row.getLong("uses"));
	}

	private static TokenLimits limits(ResultSet row) throws SQLException {
		return new TokenLimits(Role.valueOf(row.getString("role")), row.getBoolean("read_only"),
				(row.getArray("segments") != null) ? texts(row, "segments") : null, texts(row, "addresses"));
	}

	private static List<String> texts(ResultSet row, String column) throws SQLException {
		return List.of((String[]) row.getArray(column).getArray());
	}

	record StateCount(TokenState state, long tokens) {
	}

}
