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

	/**
	 * The role is the lowest of the token's, the owner's and that of a read-only token.
	 */
	private static final String MATCHING = """
			WHERE (CAST(:owner AS bigint) IS NULL OR a.owner_id = :owner)
			  AND position(lower(:query) IN lower(t.name)) > 0 AND position(lower(:login) IN lower(o.login)) > 0
			  AND (CAST(:role AS text) IS NULL OR position(left(:role, 1) IN 'MVEA') = least(
			      position(left(a.role, 1) IN 'MVEA'), position(left(o.role, 1) IN 'MVEA'),
			      CASE WHEN t.read_only THEN 2 ELSE 4 END))
			""";

	private final JdbcClient jdbc;

	TokenListRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds tokens from a cursor on.
	 * @param ownerId {@code null} for the tokens of all owners
	 */
	List<ApiToken> find(TokenFilter filter, @Nullable Long ownerId, @Nullable Cursor cursor, int limit) {
		TokenSort sort = filter.sort();
		Keyset keyset = sort.keyset(filter.descending());
		JdbcClient.StatementSpec statement = matching(SELECT, " AND %s ORDER BY %s LIMIT :limit"
			.formatted(keyset.beyond(cursor, sort.parameter(), ":id"), keyset.order(cursor)), filter, ownerId)
			.param("limit", limit);
		return ((cursor != null) ? statement.param("key", sort.value(cursor)).param("id", cursor.number(2)) : statement)
			.query(TokenListRepository::token)
			.list();
	}

	/**
	 * Counts tokens.
	 * @param ownerId {@code null} for the tokens of all owners
	 */
	long count(TokenFilter filter, @Nullable Long ownerId) {
		return matching("SELECT count(*) " + TOKENS, "", filter, ownerId).query(Long.class).single();
	}

	private JdbcClient.StatementSpec matching(String select, String rest, TokenFilter filter, @Nullable Long ownerId) {
		return this.jdbc.sql(select + MATCHING + rest)
			.param("owner", ownerId)
			.param("query", filter.query())
			.param("login", filter.owner())
			.param("role", (filter.role() != null) ? filter.role().name() : null);
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
