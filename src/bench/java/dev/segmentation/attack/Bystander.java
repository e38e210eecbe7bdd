package dev.segmentation.attack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import dev.segmentation.support.Api;

/**
 * A client with its own address and account, which reads a list and {@code /ping} ten
 * times a second, as others do while somebody attacks.
 */
final class Bystander implements AutoCloseable {

	private static final Duration WATCH = Duration.ofSeconds(8);

	/** People give up after this time. A request without an answer has failed. */
	private static final Duration LONGEST_ANSWER = Duration.ofSeconds(3);

	private static final int PAUSE_MILLIS = 100;

	private final Api api;

	private final HttpClient http;

	private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

	private volatile Watch ping = new Watch();

	private volatile Watch list = new Watch();

	Bystander(Api api, HttpClient http) {
		this.api = api;
		this.http = http;
		this.executor.submit(() -> repeat("/ping", () -> this.ping));
		this.executor.submit(() -> repeat("/api/v1/segments/", () -> this.list));
	}

	private Void repeat(String path, Supplier<Watch> watch) throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.api.root() + path))
			.header("Authorization", "Bearer " + this.api.token())
			.timeout(LONGEST_ANSWER)
			.build();
		while (true) {
			long start = System.nanoTime();
			boolean answered = isAnswered(request);
			long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
			watch.get().add(millis, answered);
			TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
		}
	}

	private boolean isAnswered(HttpRequest request) throws InterruptedException {
		try {
			return this.http.send(request, BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Starts a watch. */
	void watch() {
		this.ping = new Watch();
		this.list = new Watch();
	}

	/** Watches for a while, for example during an attack. */
	void stay() throws InterruptedException {
		TimeUnit.MILLISECONDS.sleep(WATCH.toMillis());
	}

	/** The service since the start of the watch. */
	Service watched() {
		return new Service(this.ping.times(), this.list.times());
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
