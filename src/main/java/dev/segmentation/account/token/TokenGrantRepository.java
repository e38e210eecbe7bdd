package dev.segmentation.account.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.segmentation.shared.Role;
import dev.segmentation.shared.database.SqlTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TokenGrantRepository {

	private final JdbcClient jdbc;

	TokenGrantRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds what a secret permits.
	 */
	Optional<TokenGrant> find(byte[] hash) {
		return this.jdbc.sql("""
				SELECT a.id, a.login, a.role, a.enabled, o.role AS owner_role, o.enabled AS owner_enabled, t.read_only,
				       t.addresses, t.ends_at, s.valid_until
				FROM api_token_secrets AS s
				JOIN api_tokens AS t ON t.account_id = s.account_id
				JOIN accounts AS a ON a.id = s.account_id
				JOIN accounts AS o ON o.id = a.owner_id
				WHERE s.hash = :hash
				""").param("hash", hash).query(TokenGrantRepository::grant).optional();
	}

	private static TokenGrant grant(ResultSet row, int number) throws SQLException {
		return new TokenGrant(row.getLong("id"), row.getString("login"), Role.valueOf(row.getString("role")),
				row.getBoolean("enabled"), Role.valueOf(row.getString("owner_role")), row.getBoolean("owner_enabled"),
				row.getBoolean("read_only"), addresses((String[]) row.getArray("addresses").getArray()),
				SqlTime.instantOrNull(row, "ends_at"), SqlTime.instantOrNull(row, "valid_until"));
	}

	/**
	 * Finds the segments to which a token is restricted.
	 * @return empty when the account may use all segments
	 */
	Optional<Set<Long>> findSegments(long accountId) {
		return this.jdbc.sql("""
				SELECT ARRAY(SELECT segment_id FROM api_token_segments WHERE account_id = :account) AS segments
				FROM api_tokens WHERE account_id = :account AND segments_only
				""")
			.param("account", accountId)
			.query((row, number) -> Set.of((Long[]) row.getArray("segments").getArray()))
			.optional();
	}

	private static List<AddressRange> addresses(String[] texts) {
		return Stream.of(texts).map((text) -> AddressRange.parse(text).orElseThrow()).toList();
	}

}
