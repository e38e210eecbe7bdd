package dev.segmentation.cluster;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

import dev.segmentation.support.Api;
import dev.segmentation.support.Pages;

/**
 * Clients that read and write without pause and count the responses.
 */
final class Load implements AutoCloseable {

	private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();

	private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

	private volatile boolean stopped;

	/**
	 * Starts a client that reads one user's segments.
	 */
	void read(Api api, long user) {
		repeat(() -> count("API GET", () -> api.get("/users/active_segments?user_id=" + user).status()));
	}

	/**
	 * Starts a client that reads a page.
	 */
	void read(Pages pages, String path) {
		repeat(() -> count("page GET", () -> pages.get(path).statusCode()));
	}

	/**
	 * Starts a client that adds a user to a segment and removes the user again.
	 */
	void write(Api api, long user, long segment) {
		String body = "{\"user_id\": %d, \"segment_ids\": [%d]}".formatted(user, segment);
		repeat(() -> {
			count("API POST", () -> api.post("/operations/add_segments", body).status());
			count("API DELETE", () -> api.delete("/operations/delete_segments", body).status());
		});
	}

	/**
	 * Starts a client that adds a user to a segment for one second, and again after the
	 * expiry.
	 */
	void writeForASecond(Api api, long user, long segment) {
		String body = "{\"user_id\": %d, \"segment_ids\": [%d], \"ttl\": \"1s\"}".formatted(user, segment);
		repeat(() -> {
			if (api.get("/users/active_segments?user_id=" + user).body().equals("{\"segments\":[]}")) {
				count("API POST with a ttl", () -> api.post("/operations/add_segments", body).status());
			}
		});
	}

	private void repeat(Runnable work) {
		this.clients.submit(() -> {
			while (!this.stopped) {
				work.run();
			}
		});
	}

	private void count(String what, IntSupplier call) {
		String answer;
		try {
			answer = String.valueOf(call.getAsInt());
		}
		catch (UncheckedIOException ex) {
			answer = "lost: " + ex.getMessage();
		}
		this.answers.computeIfAbsent(what + " " + answer, (key) -> new LongAdder()).increment();
	}

	/**
	 * The number of responses by request and status.
	 */
	Map<String, LongAdder> answers() {
		return this.answers;
	}

	/**
	 * Stops all clients after their last response.
	 */
	@Override
	public void close() {
		this.stopped = true;
		this.clients.close();
	}

}
