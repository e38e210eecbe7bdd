package dev.segmentation.limit;

import java.util.Collection;
import java.util.Optional;

import dev.segmentation.shared.Purge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores the running heavy acts of all instances.
 */
@Repository
class HeavyActRepository implements Purge {

	private final JdbcClient jdbc;

	HeavyActRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds an act.
	 * @return its id; empty if the account has reached the limit
	 */
	@Transactional
	public Optional<Long> begin(HeavyAct act, long accountId, int limit) {
		// Two requests must not both take the last place.
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('segmentation.heavy', ?))")
			.param(accountId)
			.query()
			.listOfRows();
		return this.jdbc
			.sql("""
					INSERT INTO heavy_acts (account_id, kind)
					SELECT :account, :kind WHERE :limit > (SELECT count(*) FROM heavy_acts
					    WHERE account_id = :account AND kind = :kind AND seen_at > clock_timestamp() - interval '30 seconds')
					RETURNING id
					""")
			.param("account", accountId)
			.param("kind", act.name())
			.param("limit", limit)
			.query(Long.class)
			.optional();
	}

	void end(long id) {
		this.jdbc.sql("DELETE FROM heavy_acts WHERE id = ?").param(id).update();
	}

	void renew(Collection<Long> ids) {
		this.jdbc.sql("UPDATE heavy_acts SET seen_at = clock_timestamp() WHERE id = ANY (?)")
			.param(ids.toArray(Long[]::new))
			.update();
	}

	/** The instances of these acts died. */
	@Override
	public void purge() {
		this.jdbc.sql("DELETE FROM heavy_acts WHERE seen_at < clock_timestamp() - interval '10 minutes'").update();
	}

}
