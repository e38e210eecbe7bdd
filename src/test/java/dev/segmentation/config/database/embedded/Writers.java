package dev.segmentation.config.database.embedded;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Several clients that add and remove memberships over HTTP as fast as possible, and
 * remember every confirmed operation.
 */
public final class Writers implements AutoCloseable {

	private static final int WRITERS = 4;

	private final Api api;

	private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

	private final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();

	private final Map<Integer, String> unexpected = new ConcurrentHashMap<>();

	private volatile boolean stopped;

	private Writers(Api api) {
		this.api = api;
	}

	public static Writers start(Api api, TestDatabase database) {
		Writers writers = new Writers(api);
		JdbcClient jdbc = database.jdbc();
		for (int i = 0; i < WRITERS; i++) {
			long user = Sql.addUser(jdbc, "writer-" + System.nanoTime());
			long segment = Sql.addSegment(jdbc, "WRITTEN-" + System.nanoTime(), "0");
			writers.executor.submit(() -> writers.write(user, segment));
		}
		return writers;
	}

	private void write(long user, long segment) {
		String body = "{\"user_id\": %d, \"segment_ids\": [%d]}".formatted(user, segment);
		while (!this.stopped) {
			call("POST", "/operations/add_segments", body);
			call("DELETE", "/operations/delete_segments", body);
		}
	}

	/** A call without an answer may have succeeded; the next call finds out. */
	private void call(String method, String path, String body) {
		try {
			Answer answer = this.api.call(method, path, body);
			if (answer.status() == 200 || answer.status() == 201) {
				answer.json().get("operation_ids").forEach((id) -> this.acknowledged.add(id.asLong()));
			}
			else if (!Set.of("service unavailable", "relation already exists", "relation does not exist")
				.contains(answer.error())) {
				this.unexpected.put(answer.status(), answer.body());
			}
		}
		catch (UncheckedIOException ex) {
			// The application is being killed.
		}
	}

	/** Returns the ids of all operations that were confirmed until now. */
	public Set<Long> acknowledged() {
		return Set.copyOf(this.acknowledged);
	}

	/**
	 * Waits until more has been acknowledged.
	 */
	public void awaitAcknowledged(int more) {
		int before = this.acknowledged.size();
		await().until(() -> this.acknowledged.size() >= before + more);
	}

	public void stop() {
		this.stopped = true;
		this.executor.close();
	}

	/**
	 * Checks that no acknowledged operation is missing, that all answers follow the API
	 * contract, and that memberships and history agree.
	 */
	public void verify(TestDatabase database) {
		List<Long> recorded = database.jdbc().sql("SELECT id FROM operations").query(Long.class).list();
		assertThat(this.acknowledged).isNotEmpty();
		assertThat(Set.copyOf(recorded)).containsAll(this.acknowledged);
		assertThat(this.unexpected).isEmpty();
		assertThat(database.historyMismatches()).isEmpty();
	}

	@Override
	public void close() {
		stop();
	}

}
