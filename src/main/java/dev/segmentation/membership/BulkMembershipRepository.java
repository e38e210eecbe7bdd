package dev.segmentation.membership;

import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.segmentation.membership.end.EndChange;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.membership.end.TtlParameters;
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

	private final JdbcClient jdbc;

	BulkMembershipRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	AddedUsers add(long segmentId, Collection<Long> users, @Nullable Ttl ttl, ActKind through, long accountId) {
		return single(statement("""
				SELECT added, already, unknown FROM add_segment_members(:segment, :users, CAST(:ttl AS interval),
				    CAST(:until AS timestamptz), CAST(:kind AS act_kind), :account)
				""", segmentId, users).params(TtlParameters.of(ttl))
			.param("kind", through.text())
			.param("account", accountId), AddedUsers.class);
	}

	/**
	 * Adds the new users of a pasted list. A list that was added before is not changed.
	 */
	void addList(long listId, long accountId) {
		single(this.jdbc.sql("SELECT true FROM confirm_member_list(:list, :account)")
			.param("list", listId)
			.param("account", accountId), Boolean.class);
	}

	RemovedUsers remove(long segmentId, Collection<Long> users, long accountId) {
		String sql = "SELECT removed, missing FROM remove_segment_members(:segment, :users, 'page', :account)";
		return single(statement(sql, segmentId, users).param("account", accountId), RemovedUsers.class);
	}

	/**
	 * Extends memberships by a duration that may be different for each end, because
	 * clocks change. There are only a few different durations.
	 */
	ChangedEnds extend(long segmentId, Collection<Long> users, EndChange.Later end, long accountId) {
		Map<Long, Instant> ends = holdEnds(segmentId, users);
		Map<Duration, List<Long>> groups = users.stream()
			.collect(Collectors.groupingBy(
					(user) -> ends.containsKey(user) ? end.by().from(ends.get(user), end.zone()) : end.by().exact()));
		return groups.entrySet()
			.stream()
			.map((group) -> changeEnd(segmentId, group.getValue(), null, group.getKey(), accountId))
			.reduce(new ChangedEnds(0, 0, 0), ChangedEnds::plus);
	}

	/**
	 * Locks memberships until the end of this transaction, and returns the ends of those
	 * that have one.
	 */
	private Map<Long, Instant> holdEnds(long segmentId, Collection<Long> users) {
		single(this.jdbc.sql("SELECT true FROM hold_segment(:segment)").param("segment", segmentId), Boolean.class);
		Map<Long, Instant> ends = new HashMap<>();
		statement("""
				SELECT user_id, expires_at FROM memberships WHERE segment_id = :segment AND user_id = ANY (:users)
				ORDER BY user_id FOR UPDATE
				""", segmentId, users).query((ResultSet row) -> {
			Instant end = SqlTime.instantOrNull(row, "expires_at");
			if (end != null) {
				ends.put(row.getLong("user_id"), end);
			}
		});
		return ends;
	}

	ChangedEnds changeEnd(long segmentId, Collection<Long> users, @Nullable EndChange end, @Nullable Duration by,
			long accountId) {
		return single(statement("""
				SELECT changed, endless, missing FROM change_expiry(:segment, :users,
				    coalesce(CAST(:until AS timestamptz), clock_timestamp() + CAST(:ttl AS interval)),
				    CAST(:by AS interval), :account)
				""", segmentId, users)
			.param("until", (end instanceof EndChange.At(var instant)) ? SqlTime.utc(instant) : null)
			.param("ttl", (end instanceof EndChange.After(var duration)) ? duration.toString() : null)
			.param("by", (by != null) ? by.toString() : null)
			.param("account", accountId), ChangedEnds.class);
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
