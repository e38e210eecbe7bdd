package dev.segmentation.database;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Changes memberships with the functions of the application or directly.
 */
final class Memberships {

	/** The account of all changes. */
	static final long ACCOUNT = 42;

	private Memberships() {
	}

	static List<Long> add(JdbcClient jdbc, long user, Long... segments) {
		return add(jdbc, user, null, null, segments);
	}

	static List<Long> addFor(JdbcClient jdbc, String ttl, long user, Long... segments) {
		return add(jdbc, user, ttl, null, segments);
	}

	static List<Long> addUntil(JdbcClient jdbc, Instant until, long user, Long... segments) {
		return add(jdbc, user, null, utc(until), segments);
	}

	private static List<Long> add(JdbcClient jdbc, long user, @Nullable String ttl, @Nullable OffsetDateTime until,
			Long... segments) {
		return jdbc.sql("""
				SELECT add_memberships(:user, :segments, CAST(:ttl AS interval), CAST(:until AS timestamptz),
				                       'api', :account)
				""")
			.param("user", user)
			.param("segments", segments)
			.param("ttl", ttl)
			.param("until", until)
			.param("account", ACCOUNT)
			.query((row, number) -> ids(row.getArray(1)))
			.single();
	}

	static List<Long> remove(JdbcClient jdbc, long user, Long... segments) {
		return jdbc.sql("SELECT remove_memberships(:user, :segments, 'api', :account)")
			.param("user", user)
			.param("segments", segments)
			.param("account", ACCOUNT)
			.query((row, number) -> ids(row.getArray(1)))
			.single();
	}

	/**
	 * Removes the membership that a page has shown.
	 */
	static List<Long> removeShown(JdbcClient jdbc, long user, long segment, Instant since) {
		return jdbc.sql("SELECT remove_shown_membership(:user, :segment, :since, 'page', :account)")
			.param("user", user)
			.param("segment", segment)
			.param("since", utc(since))
			.param("account", ACCOUNT)
			.query((row, number) -> ids(row.getArray(1)))
			.single();
	}

	static AddedUsers addUsers(JdbcClient jdbc, long segment, Long... users) {
		return addUsers(jdbc, null, null, segment, users);
	}

	static AddedUsers addUsersFor(JdbcClient jdbc, String ttl, long segment, Long... users) {
		return addUsers(jdbc, ttl, null, segment, users);
	}

	static AddedUsers addUsersUntil(JdbcClient jdbc, Instant until, long segment, Long... users) {
		return addUsers(jdbc, null, utc(until), segment, users);
	}

	private static AddedUsers addUsers(JdbcClient jdbc, @Nullable String ttl, @Nullable OffsetDateTime until,
			long segment, Long... users) {
		return jdbc
			.sql("""
					SELECT added, already, unknown
					FROM add_segment_members(:segment, :users, CAST(:ttl AS interval), CAST(:until AS timestamptz), 'page', :account)
					""")
			.param("segment", segment)
			.param("users", users)
			.param("ttl", ttl)
			.param("until", until)
			.param("account", ACCOUNT)
			.query(AddedUsers.class)
			.single();
	}

	record AddedUsers(long added, long already, long unknown) {
	}

	static RemovedUsers removeUsers(JdbcClient jdbc, long segment, Long... users) {
		return jdbc.sql("SELECT removed, missing FROM remove_segment_members(:segment, :users, 'page', :account)")
			.param("segment", segment)
			.param("users", users)
			.param("account", ACCOUNT)
			.query(RemovedUsers.class)
			.single();
	}

	record RemovedUsers(long removed, long missing) {
	}

	static ChangedEnds end(JdbcClient jdbc, @Nullable Instant until, long segment, Long... users) {
		return changeExpiry(jdbc, (until != null) ? utc(until) : null, null, segment, users);
	}

	static ChangedEnds extend(JdbcClient jdbc, String by, long segment, Long... users) {
		return changeExpiry(jdbc, null, by, segment, users);
	}

	static ChangedEnds extendByDays(JdbcClient jdbc, int days, String zone, long segment, Long... users) {
		return jdbc.sql("""
				SELECT changed, endless, missing
				FROM extend_memberships(:segment, :users, :days, interval '0', :zone, NULL)
				""")
			.param("segment", segment)
			.param("users", users)
			.param("days", days)
			.param("zone", zone)
			.query(ChangedEnds.class)
			.single();
	}

	private static ChangedEnds changeExpiry(JdbcClient jdbc, @Nullable OffsetDateTime until, @Nullable String by,
			long segment, Long... users) {
		return jdbc.sql("""
				SELECT changed, endless, missing
				FROM change_expiry(:segment, :users, CAST(:until AS timestamptz), CAST(:by AS interval), NULL)
				""")
			.param("segment", segment)
			.param("users", users)
			.param("until", until)
			.param("by", by)
			.query(ChangedEnds.class)
			.single();
	}

	record ChangedEnds(long changed, long endless, long missing) {
	}

	/**
	 * Undoes an act, but only what was not changed since.
	 */
	static Undone undo(JdbcClient jdbc, long act) {
		return undo(jdbc, act, false, null);
	}

	/**
	 * Undoes an act, also where later acts changed the same.
	 */
	static Undone undoOverriding(JdbcClient jdbc, long act) {
		return undo(jdbc, act, true, null);
	}

	/**
	 * Undoes an act.
	 * @param until replaces ends that have passed
	 */
	static Undone undo(JdbcClient jdbc, long act, boolean overriding, @Nullable Instant until) {
		return undo(jdbc, act, overriding, until, null);
	}

	/**
	 * Undoes the deletion of a segment.
	 * @param name the new name; {@code null} for the former one
	 */
	static Undone undoDeletion(JdbcClient jdbc, long act, @Nullable String name) {
		return undo(jdbc, act, false, null, name);
	}

	private static Undone undo(JdbcClient jdbc, long act, boolean overriding, @Nullable Instant until,
			@Nullable String name) {
		return jdbc
			.sql("SELECT * FROM undo_act(:act, :overriding, CAST(:until AS timestamptz), :name, :account, 'a mistake')")
			.param("act", act)
			.param("overriding", overriding)
			.param("until", (until != null) ? utc(until) : null)
			.param("name", name)
			.param("account", ACCOUNT)
			.query(Undone.class)
			.single();
	}

	/**
	 * The result of an undo.
	 *
	 * @param undoId the act; {@code null} when nothing was changed
	 */
	record Undone(@Nullable Long undoId, long removed, long putBack, long restored) {

		/** Returns the act of an undo that changed something. */
		long id() {
			return Objects.requireNonNull(this.undoId);
		}

		List<Long> counts() {
			return List.of(this.removed, this.putBack, this.restored);
		}

	}

	private static List<Long> ids(Array array) throws SQLException {
		return List.of((Long[]) array.getArray());
	}

	/**
	 * Adds users in one statement, like an import.
	 */
	static int insert(JdbcClient jdbc, long segment, long firstUser, long lastUser) {
		return jdbc.sql("""
				INSERT INTO memberships (user_id, segment_id)
				SELECT n, :segment FROM begin_act('import', :account, 'a list'), generate_series(:first, :last) AS n
				""")
			.param("segment", segment)
			.param("account", ACCOUNT)
			.param("first", firstUser)
			.param("last", lastUser)
			.update();
	}

	/**
	 * Adds a user until an instant. An instant in the past makes an expired membership
	 * that no job has removed yet.
	 */
	static int insertUntil(JdbcClient jdbc, Instant until, long user, Long... segments) {
		return jdbc.sql("""
				INSERT INTO memberships (user_id, segment_id, expires_at)
				SELECT :user, segment, :until FROM begin_act('api', :account, NULL), unnest(:segments) AS segment
				""")
			.param("user", user)
			.param("segments", segments)
			.param("until", utc(until))
			.param("account", ACCOUNT)
			.update();
	}

	/**
	 * Stores a pasted list of new users.
	 * @return its id
	 */
	static long paste(JdbcClient jdbc, long segment, Long... users) {
		return jdbc.sql("""
				INSERT INTO member_lists (segment_id, account_id, new_ids, member_ids, unknown, doubled)
				SELECT :segment, id, :users, '{}', '{}', '{}' FROM accounts WHERE login = 'editor' RETURNING id
				""").param("segment", segment).param("users", users).query(Long.class).single();
	}

	static void confirm(JdbcClient jdbc, long list) {
		jdbc.sql("SELECT confirm_member_list(:list, (SELECT id FROM accounts WHERE login = 'editor'))::text")
			.param("list", list)
			.query(String.class)
			.single();
	}

	/**
	 * Locks a membership until the end of the transaction.
	 */
	static void lock(JdbcClient jdbc, long user, long segment) {
		jdbc.sql("SELECT user_id FROM memberships WHERE user_id = :user AND segment_id = :segment FOR UPDATE")
			.param("user", user)
			.param("segment", segment)
			.query(Long.class)
			.single();
	}

	static int deleteSegment(JdbcClient jdbc, long segment) {
		return jdbc.sql("DELETE FROM segments USING begin_act('segment_deleted', :account, NULL) WHERE id = :segment")
			.param("account", ACCOUNT)
			.param("segment", segment)
			.update();
	}

	static int deleteUser(JdbcClient jdbc, long user) {
		return jdbc.sql("DELETE FROM users USING begin_act('page', :account, 'forget me') WHERE id = :user")
			.param("account", ACCOUNT)
			.param("user", user)
			.update();
	}

	static long expire(JdbcClient jdbc, int limit) {
		return jdbc.sql("SELECT expire_memberships(:limit)").param("limit", limit).query(Long.class).single();
	}

	static OffsetDateTime utc(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

}
