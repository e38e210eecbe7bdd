package dev.segmentation.account.token;

import java.util.Collection;

import dev.segmentation.account.token.TokenUses.Use;
import dev.segmentation.shared.Purge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TokenUseRepository implements Purge {

	private final JdbcClient jdbc;

	TokenUseRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds uses to those of today (UTC), and saves the last use if the saved one is a
	 * minute old.
	 * @param uses in the order of the ids
	 */
	void save(Collection<Use> uses) {
		this.jdbc.sql("""
				WITH used AS (
				    SELECT used.* FROM unnest(:ids, :uses, CAST(:times AS timestamptz[]), :addresses)
				        AS used (account_id, uses, last_at, last_from)
				    JOIN api_tokens USING (account_id)
				), counted AS (
				    INSERT INTO api_token_uses (account_id, day, uses)
				    SELECT account_id, CAST(now() AT TIME ZONE 'UTC' AS date), uses FROM used
				    ON CONFLICT (account_id, day) DO UPDATE SET uses = api_token_uses.uses + EXCLUDED.uses
				)
				UPDATE api_tokens AS t SET last_used_at = used.last_at, last_used_from = used.last_from
				FROM used WHERE t.account_id = used.account_id
				    AND (t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute')
				""")
			.param("ids", uses.stream().map(Use::accountId).toArray(Long[]::new))
			.param("uses", uses.stream().map(Use::uses).toArray(Long[]::new))
			.param("times", uses.stream().map((use) -> use.lastAt().toString()).toArray(String[]::new))
			.param("addresses", uses.stream().map(Use::lastFrom).toArray(String[]::new))
			.update();
	}

	/**
	 * Deletes the counts of days that no page shows.
	 */
	@Override
	public void purge() {
		this.jdbc.sql("DELETE FROM api_token_uses WHERE day < CAST(now() AT TIME ZONE 'UTC' AS date) - 30").update();
	}

}
