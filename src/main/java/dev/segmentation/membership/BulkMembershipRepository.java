package dev.segmentation.membership;

import java.util.Collection;
import java.util.Optional;

import dev.segmentation.membership.end.EndChange;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.membership.end.TtlParameters;
import dev.segmentation.membership.member.MatchingParameters;
import dev.segmentation.membership.member.MemberSelection;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.database.SqlTime;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Changes many memberships of one segment. Each change is one act and one statement.
 */
@Repository
class BulkMembershipRepository {

	private static final String ADD = """
			SELECT added, already, unknown FROM add_segment_members(:segment, %s, CAST(:ttl AS interval),
			    CAST(:until AS timestamptz), CAST(:kind AS act_kind), :account)
			""";

	private static final String REMOVE = "SELECT removed, missing FROM remove_segment_members(:segment, %s, CAST(:kind AS act_kind), :account)";

	private final JdbcClient jdbc;

	BulkMembershipRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	AddedUsers add(long segmentId, Collection<Long> users, @Nullable Ttl ttl, ActKind through, long accountId) {
		return added(statement(ADD.formatted(":users"), segmentId, users), ttl, through, accountId);
	}

	/** The database finds the users, however many they are. */
	AddedUsers add(long segmentId, UserQuery users, long accountId) {
		return added(found(ADD, segmentId, users), null, ActKind.PAGE, accountId);
	}

	private static AddedUsers added(JdbcClient.StatementSpec statement, @Nullable Ttl ttl, ActKind through,
			long accountId) {
		return single(statement.params(TtlParameters.of(ttl)).param("kind", through.text()).param("account", accountId),
				AddedUsers.class);
	}

	/**
	 * Does what a pasted list says. A list that was confirmed before is not changed.
	 * @return the act; empty if nothing was changed
	 */
	Optional<Long> addList(long listId, long accountId) {
		long act = single(this.jdbc.sql("""
				SELECT coalesce(nullif(current_setting('segmentation.act_id', true), '')::bigint, 0)
				FROM confirm_member_list(:list, :account)
				""").param("list", listId).param("account", accountId), Long.class);
		return (act > 0) ? Optional.of(act) : Optional.empty();
	}

	RemovedUsers remove(long segmentId, MemberSelection members, long accountId) {
		return removed(selected(REMOVE, segmentId, members), ActKind.PAGE, accountId);
	}

	RemovedUsers remove(long segmentId, UserQuery users, long accountId) {
		return removed(found(REMOVE, segmentId, users), ActKind.PAGE, accountId);
	}

	RemovedUsers remove(long segmentId, Collection<Long> users, ActKind through, long accountId) {
		return removed(statement(REMOVE.formatted(":users"), segmentId, users), through, accountId);
	}

	private static RemovedUsers removed(JdbcClient.StatementSpec statement, ActKind through, long accountId) {
		return single(statement.param("kind", through.text()).param("account", accountId), RemovedUsers.class);
	}

	/**
	 * Extends memberships by a duration that may be different for each end, because
	 * clocks change.
	 */
	ChangedEnds extend(long segmentId, MemberSelection members, EndChange.Later end, long accountId) {
		return single(selected("""
				SELECT changed, endless, missing
				FROM extend_memberships(:segment, %s, :days, CAST(:time AS interval), :zone, :account)
				""", segmentId, members).param("days", (int) end.by().days())
			.param("time", end.by().time().toString())
			.param("zone", end.zone().getId())
			.param("account", accountId), ChangedEnds.class);
	}

	ChangedEnds changeEnd(long segmentId, MemberSelection members, EndChange end, long accountId) {
		return single(selected("""
				SELECT changed, endless, missing FROM change_expiry(:segment, %s,
				    coalesce(CAST(:until AS timestamptz), clock_timestamp() + CAST(:ttl AS interval)), NULL, :account)
				""", segmentId, members)
			.param("until", (end instanceof EndChange.At(var instant)) ? SqlTime.utc(instant) : null)
			.param("ttl", (end instanceof EndChange.After(var duration)) ? duration.toString() : null)
			.param("account", accountId), ChangedEnds.class);
	}

	/** The database finds the members of a filter, however many they are. */
	private JdbcClient.StatementSpec selected(String sql, long segmentId, MemberSelection members) {
		return switch (members) {
			case MemberSelection.Users(var ids) -> statement(sql.formatted(":users"), segmentId, ids);
			case MemberSelection.Matching(var filter) ->
				this.jdbc.sql(sql.formatted("ARRAY(SELECT * FROM %s)".formatted(MatchingParameters.CALL)))
					.params(MatchingParameters.of(filter))
					.param("segment", segmentId);
		};
	}

	private JdbcClient.StatementSpec found(String sql, long segmentId, UserQuery users) {
		return this.jdbc.sql(sql.formatted("ARRAY(%s)".formatted(users.sql()))).param("segment", segmentId);
	}

	private JdbcClient.StatementSpec statement(String sql, long segmentId, Collection<Long> users) {
		return this.jdbc.sql(sql).param("segment", segmentId).param("users", users.toArray(Long[]::new));
	}

	private static <T> T single(JdbcClient.StatementSpec statement, Class<T> type) {
		try {
			return statement.query(type).single();
		}
		catch (DataAccessException ex) {
			throw MembershipRepository.refusal(ex);
		}
	}

}
