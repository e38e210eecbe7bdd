package dev.segmentation.membership;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.segmentation.membership.end.InvalidTtlException;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.membership.end.TtlParameters;
import dev.segmentation.segment.Segment;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.database.SqlTime;
import dev.segmentation.shared.refusal.RestrictedSegmentException;
import dev.segmentation.user.User;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Changes and lists memberships. Each change is one statement: the database function
 * checks it, makes it and returns the numbers of the operations in a single round trip.
 */
@Repository
class MembershipRepository {

	private final JdbcClient jdbc;

	MembershipRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Long> add(long userId, SegmentReferences segments, @Nullable Ttl ttl, ActKind through, long accountId) {
		return change(statement("""
				SELECT add_memberships(:user, %s, CAST(:ttl AS interval), CAST(:until AS timestamptz),
				                       CAST(:kind AS act_kind), :account)
				""", segments).param("user", userId)
			.params(TtlParameters.of(ttl))
			.param("kind", through.text())
			.param("account", accountId));
	}

	boolean put(long userId, long segmentId, @Nullable Ttl ttl, long accountId) {
		try {
			return this.jdbc.sql("""
					SELECT put_membership(:user, :segment, CAST(:ttl AS interval), CAST(:until AS timestamptz),
					                      'api', :account)
					""")
				.param("user", userId)
				.param("segment", segmentId)
				.params(TtlParameters.of(ttl))
				.param("account", accountId)
				.query(Boolean.class)
				.single();
		}
		catch (DataAccessException ex) {
			throw refusal(ex);
		}
	}

	Optional<MembershipTimes> findTimes(long userId, long segmentId) {
		return this.jdbc.sql("""
				SELECT added_at, expires_at FROM active_memberships WHERE user_id = :user AND segment_id = :segment
				""").param("user", userId).param("segment", segmentId).query(MembershipTimes.class).optional();
	}

	List<Long> remove(long userId, SegmentReferences segments, ActKind through, long accountId) {
		return change(statement("SELECT remove_memberships(:user, %s, CAST(:kind AS act_kind), :account)", segments)
			.param("user", userId)
			.param("kind", through.text())
			.param("account", accountId));
	}

	List<Long> removeShown(long userId, long segmentId, Instant since, ActKind through, long accountId) {
		return change(this.jdbc.sql("""
				SELECT remove_shown_membership(:user, :segment, :since, CAST(:kind AS act_kind), :account)
				""")
			.param("user", userId)
			.param("segment", segmentId)
			.param("since", SqlTime.utc(since))
			.param("kind", through.text())
			.param("account", accountId));
	}

	private JdbcClient.StatementSpec statement(String sql, SegmentReferences segments) {
		return switch (segments) {
			case SegmentReferences.Ids(var ids) ->
				this.jdbc.sql(sql.formatted(":ids")).param("ids", ids.toArray(Long[]::new));
			case SegmentReferences.Names(var names) -> this.jdbc.sql(sql.formatted("""
					ARRAY(SELECT s.id FROM unnest(:names) WITH ORDINALITY AS named (name, position)
					LEFT JOIN segments AS s USING (name) ORDER BY named.position)"""))
				.param("names", names.toArray(String[]::new));
		};
	}

	private static List<Long> change(JdbcClient.StatementSpec statement) {
		try {
			return statement.query((row, number) -> ids(row.getArray(1))).single();
		}
		catch (DataAccessException ex) {
			throw refusal(ex);
		}
	}

	private static List<Long> ids(Array array) throws SQLException {
		return List.of((Long[]) array.getArray());
	}

	/**
	 * Converts the SQLSTATE of a database function to a refusal. Other exceptions are
	 * returned unchanged.
	 */
	static RuntimeException refusal(DataAccessException ex) {
		String state = (ex.getMostSpecificCause() instanceof SQLException cause) ? cause.getSQLState() : null;
		return switch (state) {
			case "SG001" -> User.notFound();
			case "SG002" -> Segment.notFound();
			case "SG003" -> new MembershipExistsException();
			case "SG004" -> UserMembership.notFound();
			case "SG007" -> new InvalidTtlException();
			case "SG008" -> new MembershipChangedException();
			case "SG009" -> new RestrictedSegmentException();
			case null, default -> ex;
		};
	}

	/**
	 * Finds the names of a user's segments. One query also checks that the user exists.
	 * The sub-select for the names is faster to plan and to run than a join.
	 * @return empty when the user does not exist
	 */
	Optional<List<String>> findActiveSegments(long userId) {
		List<Optional<String>> rows = this.jdbc.sql("""
				SELECT (SELECT s.name FROM segments AS s WHERE s.id = m.segment_id) AS name FROM users AS u
				LEFT JOIN active_memberships AS m ON m.user_id = u.id
				WHERE u.id = :user ORDER BY m.segment_id
				""").param("user", userId).query((row, number) -> Optional.ofNullable(row.getString("name"))).list();
		return rows.isEmpty() ? Optional.empty() : Optional.of(rows.stream().flatMap(Optional::stream).toList());
	}

	/**
	 * Passes on the users of a segment. The limit is inside: a database without current
	 * statistics would otherwise join all users before it sends the first.
	 */
	void forEachActiveUser(long segmentId, long after, @Nullable Integer limit, Consumer<User> consumer) {
		this.jdbc.sql("""
				SELECT u.id, u.login, u.registered_at
				FROM (SELECT user_id FROM active_memberships WHERE segment_id = :segment AND user_id > :after
				      ORDER BY user_id LIMIT CAST(:limit AS integer)) AS m
				JOIN users AS u ON u.id = m.user_id
				ORDER BY m.user_id
				""")
			.param("segment", segmentId)
			.param("after", after)
			.param("limit", limit)
			.withFetchSize(1000)
			.query((ResultSet row) -> consumer.accept(user(row)));
	}

	private static User user(ResultSet row) throws SQLException {
		return new User(row.getLong("id"), row.getString("login"), SqlTime.instant(row, "registered_at"));
	}

	/**
	 * Removes expired memberships, oldest first.
	 * @return the number of removed memberships, at most the limit
	 */
	long expire(int limit) {
		return this.jdbc.sql("SELECT expire_memberships(:limit)").param("limit", limit).query(Long.class).single();
	}

}
