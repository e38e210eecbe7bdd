package dev.segmentation.database;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;

import dev.segmentation.support.Sql;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything that changes the database and may meet another change there, as
 * docs/locks.md lists it. All of it changes the same users and the same segment.
 */
enum Writer {

	ADD_ONE((client, scene) -> Memberships.add(client, scene.newcomer(), scene.segment(), scene.other())),
	REMOVE_ONE((client, scene) -> Memberships.remove(client, scene.member(), scene.other(), scene.segment())),
	REMOVE_SHOWN((client, scene) -> Memberships.removeShown(client, scene.member(), scene.segment(), scene.since())),
	ADD_FEW((client, scene) -> Memberships.addUsers(client, scene.segment(), scene.newcomer(), scene.expired(),
			scene.member())),
	ADD_MANY((client, scene) -> Memberships.addUsers(client, scene.segment(), scene.many())),
	REMOVE_MANY((client, scene) -> Memberships.removeUsers(client, scene.segment(), scene.many())),
	CHANGE_ENDS((client, scene) -> Memberships.end(client, Instant.parse("2033-12-31T23:59:59Z"), scene.segment(),
			scene.many())),
	EXTEND_ENDS((client, scene) -> Memberships.extendByDays(client, 1, "Europe/Berlin", scene.segment(), scene.many())),
	EXPIRE((client, scene) -> Memberships.expire(client, 1000)),
	DELETE_USER((client, scene) -> Memberships.deleteUser(client, scene.member())),
	DELETE_SEGMENT((client, scene) -> Memberships.deleteSegment(client, scene.segment())),
	RENAME_SEGMENT((client, scene) -> client.sql("UPDATE segments SET name = 'RENAMED ' || :n WHERE id = :id")
		.param("n", scene.next())
		.param("id", scene.segment())
		.update()),
	CREATE_SEGMENT((client, scene) -> Sql.addSegment(client, "CREATED " + scene.next(), "50")),
	PASTE_LIST((client, scene) -> Memberships.paste(client, scene.segment(), scene.newcomer())),
	CONFIRM_SHORT_LIST((client, scene) -> Memberships.confirm(client, scene.shortList())),
	CONFIRM_LONG_LIST((client, scene) -> Memberships.confirm(client, scene.longList())),
	IMPORT_USERS((client,
			scene) -> client.sql("SELECT apply_import(:id, 100)").param("id", scene.imported()).query().listOfRows()),
	EDIT_USER((client, scene) -> client
		.sql("UPDATE users SET external_id = 'edited-' || :n, email = 'edited-' || :n WHERE id = :id")
		.param("n", scene.next())
		.param("id", scene.member())
		.update()),
	ADD_USER((client, scene) -> Sql.addUser(client)),
	UNDO_ADDITION((client, scene) -> Memberships.undo(client, scene.addition())),
	UNDO_REMOVAL((client, scene) -> Memberships.undoOverriding(client, scene.removal())),
	RESTORE_MEMBERS(
			(client, scene) -> client.sql("SELECT act_id FROM restore_members(:segment, :at, NULL, 42, NULL)")
				.param("segment", scene.segment())
				.param("at", Memberships.utc(scene.since()))
				.query((row, number) -> row.getLong(1))
				.list()),
	FOLD_CHANGES((client, scene) -> client.sql("SELECT fold_changes(1000)").query(Long.class).single()),
	MAKE_PARTITION((client, scene) -> client.sql("SELECT try_make_operations_partitions(:month, :month)")
		.param("month", Memberships.utc(Instant.parse("2001-01-01T00:00:00Z")).plusMonths(scene.next()))
		.query(Boolean.class)
		.single()),
	PURGE_LISTS((client, scene) -> client.sql("DELETE FROM member_lists WHERE segment_id = :id")
		.param("id", scene.segment())
		.update());

	private final BiConsumer<JdbcClient, Scene> work;

	Writer(BiConsumer<JdbcClient, Scene> work) {
		this.work = work;
	}

	void work(JdbcClient client, Scene scene) {
		this.work.accept(client, scene);
	}

	/**
	 * The objects of the changes.
	 *
	 * @param member a user in both segments, since an instant
	 * @param expired a user whose membership in the segment has expired
	 * @param newcomer a user in no segment
	 * @param many the ids of these users, and of more than a hundred others
	 * @param addition the act that added the member
	 * @param removal the act that removed the newcomer and the others from the segment
	 */
	record Scene(long segment, long other, long member, Instant since, long expired, long newcomer, Long[] many,
			long addition, long removal, long shortList, long longList, long imported) {

		private static final int OTHERS = 120;

		private static final AtomicInteger counter = new AtomicInteger();

		/** A number that no other change gets, for names. */
		int next() {
			return counter.incrementAndGet();
		}

		static Scene create(JdbcClient jdbc) {
			long member = Sql.addUser(jdbc);
			long expired = Sql.addUser(jdbc);
			long newcomer = Sql.addUser(jdbc);
			Sql.addUsers(jdbc, OTHERS);
			Long[] many = LongStream.rangeClosed(member, newcomer + OTHERS).boxed().toArray(Long[]::new);
			long segment = Sql.addSegment(jdbc);
			long other = Sql.addSegment(jdbc);
			Long[] others = LongStream.rangeClosed(newcomer, newcomer + OTHERS).boxed().toArray(Long[]::new);
			Memberships.addUsers(jdbc, segment, others);
			Memberships.removeUsers(jdbc, segment, others);
			long removal = lastAct(jdbc);
			Memberships.add(jdbc, member, segment, other);
			long addition = lastAct(jdbc);
			Memberships.insertUntil(jdbc, Instant.parse("2026-05-05T05:05:05Z"), expired, segment);
			Instant since = Operation.of(jdbc, other).getFirst().date();
			return new Scene(segment, other, member, since, expired, newcomer, many, addition, removal,
					Memberships.paste(jdbc, segment, newcomer, member), Memberships.paste(jdbc, segment, many),
					confirmedImport(jdbc, member));
		}

		private static long lastAct(JdbcClient jdbc) {
			return jdbc.sql("SELECT max(id) FROM acts").query(Long.class).single();
		}

		/** An import that changes one user and adds another. */
		private static long confirmedImport(JdbcClient jdbc, long user) {
			long id = jdbc.sql("""
					INSERT INTO imports (file_name, delimiter, columns, headers, ignored)
					VALUES ('users.csv', ',', '{}', '{}', '{}') RETURNING id
					""").query(Long.class).single();
			jdbc.sql("""
					INSERT INTO import_rows (import_id, line, login, email)
					SELECT :id, 2, login, 'imported-' || id || '@example.com' FROM users WHERE id = :user
					UNION ALL SELECT :id, 3, 'imported-' || :id, 'imported-by-' || :id || '@example.com'
					""").param("id", id).param("user", user).update();
			jdbc.sql("SELECT check_import(:id)::text").param("id", id).query(String.class).single();
			jdbc.sql("UPDATE imports SET state = 'STARTED' WHERE id = :id").param("id", id).update();
			return id;
		}

	}

}
