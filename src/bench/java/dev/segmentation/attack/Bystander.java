package dev.segmentation.attack;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import dev.segmentation.support.Api;

/**
 * A client that reads a list and {@code /ping} ten times a second, as others do while
 * somebody attacks.
 */
final class Bystander implements AutoCloseable {

	private static final Duration WATCH = Duration.ofSeconds(8);

	private static final int PAUSE_MILLIS = 100;

	private final Api api;

	private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

	private final List<Long> millis = Collections.synchronizedList(new ArrayList<>());

	private final List<Integer> failures = Collections.synchronizedList(new ArrayList<>());

	Bystander(Api api) {
		this.api = api;
		this.executor.submit(() -> repeat("/api/v1/segments/"));
		this.executor.submit(() -> repeat("/ping"));
	}

	private void repeat(String path) {
		while (!Thread.currentThread().isInterrupted()) {
			long start = System.nanoTime();
			int status = status(path);
			this.millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
			if (status != 200) {
				this.failures.add(status);
			}
			pause(PAUSE_MILLIS);
		}
	}

	private int status(String path) {
		try {
			return this.api.callBytes("GET", path, null).status();
		}
		catch (UncheckedIOException ex) {
			return 0;
		}
	}

	/** Watches for a while from now on. */
	Service watch() {
		this.millis.clear();
		this.failures.clear();
		pause(WATCH.toMillis());
		Service service = watched();
		this.millis.clear();
		this.failures.clear();
		return service;
	}

	/** Lets the attack go on for a while. */
	void stay() {
		pause(WATCH.toMillis());
	}

	/** The service since the last watch. */
	Service watched() {
		List<Long> sorted = List.copyOf(this.millis).stream().sorted().toList();
		return sorted.isEmpty() ? new Service(0, WATCH.toMillis(), WATCH.toMillis(), 0)
				: new Service(sorted.size(), sorted.get(sorted.size() / 2), sorted.getLast(), this.failures.size());
	}

	private static void pause(long millis) {
		try {
			TimeUnit.MILLISECONDS.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

	/**
	 * How others were served.
	 */
	record Service(int requests, long median, long longest, int failed) {

		private static final long LONGEST_MEDIAN = 250;

		/** Others have to be answered, each of them, and usually without a noticeable wait. */
		boolean isBearable() {
			return this.failed == 0 && this.requests > 0 && this.median <= LONGEST_MEDIAN;
		}

		@Override
		public String toString() {
			return "median %d ms, longest %d ms, %d of %d failed".formatted(this.median, this.longest, this.failed,
					this.requests);
		}

	}

}
