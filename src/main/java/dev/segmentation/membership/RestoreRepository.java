package dev.segmentation.membership;

import java.time.Instant;
import java.util.Optional;

import dev.segmentation.membership.end.Ttl;
import dev.segmentation.membership.end.TtlParameters;
import dev.segmentation.shared.database.SqlTime;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Plans how a segment gets the members of a moment again, and does it.
 */
@Repository
class RestoreRepository {

	private final JdbcClient jdbc;

	RestoreRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	RestorePlan plan(long segmentId, Instant at) {
		return this.jdbc.sql("""
				SELECT count(*) FILTER (WHERE outcome = 'remove') AS removed,
				       count(*) FILTER (WHERE outcome = 'put_back') AS put_back,
				       count(*) FILTER (WHERE outcome = 'restore') AS restored,
				       count(*) FILTER (WHERE outcome = 'needs_end') AS endless,
				       count(*) FILTER (WHERE outcome = 'user_deleted') AS impossible
				FROM restore_plan(:segment, :at, NULL, now())
				""").param("segment", segmentId).param("at", SqlTime.utc(at)).query(RestorePlan.class).single();
	}

	/**
	 * Restores the members.
	 * @param end replaces ends that have passed or were not recorded; {@code null} leaves
	 * those memberships alone
	 * @return empty when nothing was changed
	 */
	Optional<RestoredMembers> restore(long segmentId, Instant at, @Nullable Ttl end, String note, long accountId) {
		try {
			return this.jdbc.sql("""
					SELECT act_id, removed, put_back, restored
					FROM restore_members(:segment, :at,
					    coalesce(CAST(:until AS timestamptz), clock_timestamp() + CAST(:ttl AS interval)), :account,
					    nullif(:note, '')) WHERE act_id IS NOT NULL
					""")
				.params(TtlParameters.of(end))
				.param("segment", segmentId)
				.param("at", SqlTime.utc(at))
				.param("account", accountId)
				.param("note", note)
				.query(RestoredMembers.class)
				.optional();
		}
		catch (DataAccessException ex) {
			throw MembershipRepository.refusal(ex);
		}
	}

}
