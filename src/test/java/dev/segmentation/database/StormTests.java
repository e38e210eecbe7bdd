package dev.segmentation.database;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs changes of all kinds at the same time, on few users and segments.
 */
@DatabaseTest
class StormTests extends RoutineTestBase {

	private static final int THREADS = 6;

	private static final int CHANGES = 400;

	private static final long FIRST_USER = 4_000_000;

	private static final int USERS = 150;

	private static final int SEGMENTS = 6;

	private final ConcurrentLinkedQueue<String> unexpected = new ConcurrentLinkedQueue<>();

	private final AtomicLongArray segments = new AtomicLongArray(SEGMENTS);

	private final AtomicInteger counter = new AtomicInteger();

	private final AtomicInteger done = new AtomicInteger();

	StormTests(TestDatabase database) {
		super(database);
	}

	@BeforeEach
	void addUsersAndSegments() {
		usersFromTo(FIRST_USER, FIRST_USER + USERS - 1);
		for (int slot = 0; slot < SEGMENTS; slot++) {
			this.segments.set(slot, segment());
		}
	}

	@Test
	void keepsMembershipsAndHistoryInAgreement() throws Exception {
		List<Future<?>> storms = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
			for (int thread = 0; thread < THREADS; thread++) {
				Random random = new Random(20_261_123L + thread);
				storms.add(threads.submit(() -> change(random)));
			}
		}
		for (Future<?> storm : storms) {
			storm.get();
		}
		assertThat(this.unexpected).isEmpty();
		assertThat(this.done.get()).isGreaterThan(THREADS * CHANGES / 4);
		assertThat(count("operations")).isGreaterThan(THREADS * CHANGES / 4L);
	}

	private Void change(Random random) throws SQLException {
		SingleConnectionDataSource connection = new SingleConnectionDataSource(this.database.connect(), true);
		JdbcClient client = JdbcClient.create(connection);
		for (int change = 0; change < CHANGES; change++) {
			try {
				changeOnce(client, random);
				this.done.incrementAndGet();
			}
			catch (DataAccessException ex) {
				note(ex);
			}
		}
		connection.destroy();
		return null;
	}

	private void note(DataAccessException ex) {
		if (!(NestedExceptionUtils.getMostSpecificCause(ex) instanceof SQLException cause)
				|| !List.of("SG001", "SG002", "SG003", "SG004", "SG010").contains(cause.getSQLState())) {
			this.unexpected.add("" + ex.getMessage());
		}
	}

	private void changeOnce(JdbcClient client, Random random) {
		long user = FIRST_USER + random.nextInt(random.nextBoolean() ? 5 : USERS);
		int slot = random.nextInt(SEGMENTS);
		long segment = this.segments.get(slot);
		Long[] segments = { segment, this.segments.get((slot + 1 + random.nextInt(SEGMENTS - 1)) % SEGMENTS) };
		switch (random.nextInt(17)) {
			case 0, 1 -> Memberships.add(client, user, segments);
			case 2 -> Memberships.add(client, user, segment);
			case 3 -> Memberships.addFor(client, "PT0.000001S", user, segments);
			case 4 -> Memberships.addFor(client, "PT0.005S", user, segments);
			case 5 -> Memberships.addFor(client, "PT0.02S", user, segment);
			case 6, 7 -> Memberships.remove(client, user, segments);
			case 8 -> Memberships.remove(client, user, segment);
			case 9, 10 -> Memberships.expire(client, 1 + random.nextInt(20));
			case 11 -> enterMany(client, segment, 1 + random.nextInt(USERS));
			case 12 -> fold(client, random.nextInt(10));
			case 13, 14 -> undoSomeAct(client, random);
			case 15 -> replaceSegment(client, slot, random.nextInt(100));
			default -> replaceUser(client, FIRST_USER + random.nextInt(USERS));
		}
	}

	private static void enterMany(JdbcClient client, long segment, int count) {
		client.sql("""
				INSERT INTO memberships (user_id, segment_id)
				SELECT id, :segment FROM begin_act('import', 1, NULL), users
				WHERE id >= :first ORDER BY id LIMIT :count
				ON CONFLICT DO NOTHING
				""").param("segment", segment).param("first", FIRST_USER).param("count", count).update();
	}

	private static void undoSomeAct(JdbcClient client, Random random) {
		long act = client.sql("SELECT coalesce(max(id), 0) FROM acts").query(Long.class).single() - random.nextInt(50);
		Memberships.undo(client, act, random.nextBoolean(), Instant.parse("2033-05-01T00:00:00Z"));
	}

	/**
	 * Folds changes, and checks that the numbers agree while other changes run.
	 */
	private void fold(JdbcClient client, int limit) {
		client.sql("SELECT fold_changes(:limit)").param("limit", limit).query(Long.class).single();
		this.unexpected.addAll(this.database.sizeMismatches());
	}

	private void replaceSegment(JdbcClient client, int slot, int percent) {
		Memberships.deleteSegment(client, this.segments.get(slot));
		this.segments.set(slot, Sql.addSegment(client, "STORM " + this.counter.incrementAndGet(), "" + percent));
	}

	private static void replaceUser(JdbcClient client, long user) {
		Memberships.deleteUser(client, user);
		client.sql("""
				INSERT INTO users (id, login, email)
				SELECT :id, 'chosen-' || :id, 'chosen-' || :id || '@example.com' ON CONFLICT DO NOTHING
				""").param("id", user).update();
	}

}
