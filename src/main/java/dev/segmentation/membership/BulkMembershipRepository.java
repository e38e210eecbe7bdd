package dev.segmentation.membership;

import java.util.Collection;

import dev.segmentation.shared.ActKind;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Changes many memberships of one segment, each time in one act and one statement.
 */
@Repository
class BulkMembershipRepository {

	private final JdbcClient jdbc;

	BulkMembershipRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	AddedUsers add(long segmentId, Collection<Long> users, @Nullable Ttl ttl, ActKind through, long accountId) {
		return single(
				statement("""
						SELECT added, already, unknown FROM add_users(:segment, :users, CAST(:ttl AS interval),
						    CAST(:until AS timestamptz), CAST(:kind AS act_kind), :account)
						""", segmentId, users).params(TtlParameters.of(ttl))
					.param("kind", through.text())
					.param("account", accountId),
				(row, number) -> new AddedUsers(row.getLong("added"), row.getLong("already"), row.getLong("unknown")));
	}

	RemovedUsers remove(long segmentId, Collection<Long> users, long accountId) {
		return single(
				statement("SELECT removed, missing FROM remove_users(:segment, :users, 'page', :account)", segmentId,
						users)
					.param("account", accountId),
				(row, number) -> new RemovedUsers(row.getLong("removed"), row.getLong("missing")));
	}

	ChangedEnds changeEnd(long segmentId, Collection<Long> users, NewEnd end) {
		return single(
				statement("""
						SELECT changed, endless, missing FROM change_expiry(:segment, :users,
						    coalesce(CAST(:until AS timestamptz), clock_timestamp() + CAST(:ttl AS interval)),
						    CAST(:by AS interval))
						""", segmentId, users)
					.param("until", (end instanceof NewEnd.At(var instant)) ? TtlParameters.utc(instant) : null)
					.param("ttl", (end instanceof NewEnd.After(var duration)) ? duration.toString() : null)
					.param("by", (end instanceof NewEnd.Later(var duration)) ? duration.toString() : null),
				(row, number) -> new ChangedEnds(row.getLong("changed"), row.getLong("endless"),
						row.getLong("missing")));
	}

	private JdbcClient.StatementSpec statement(String sql, long segmentId, Collection<Long> users) {
		return this.jdbc.sql(sql).param("segment", segmentId).param("users", users.toArray(Long[]::new));
	}

	private static <T> T single(JdbcClient.StatementSpec statement, RowMapper<T> counts) {
		try {
			return statement.query(counts).single();
		}
		catch (DataAccessException ex) {
			throw MembershipRepository.refusal(ex);
		}
	}

}
