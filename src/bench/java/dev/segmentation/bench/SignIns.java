package dev.segmentation.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures sign-ins of one client and of 64 clients at once. A client that is refused waits as long as the answer says.
 * Another address requests /ping and the segments of a user meanwhile, and before.
 */
final class SignIns implements Work {

	private static final int CLIENTS = 64;

	private static final int WARM_UP_SECONDS = 10;

	private static final int SECONDS = 20;

	private static final int PAUSE_MILLIS = 20;

	/** How much longer others may wait. */
	private static final double GOAL = 2;

	private static final List<String> READS = List.of("/ping", "/api/v1/users/active_segments?user_id=77");

	@Override
	public List<Row> measure(Bench bench) throws Exception {
		signIn(bench, CLIENTS, WARM_UP_SECONDS);
		List<Row> rows = new ArrayList<>(List.of(row("sign-ins, 1 client", signIn(bench, 1, SECONDS))));
		for (String path : READS) {
			rows.addAll(beside(bench, path));
		}
		return rows;
	}

	private static List<Row> beside(Bench bench, String path) throws Exception {
		Timings alone = read(bench, path);
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Result> load = clients.submit(() -> signIn(bench, CLIENTS, SECONDS));
			Timings beside = read(bench, path);
			String name = path.replaceAll(".*/([a-z_]+).*", "$1");
			return List.of(new Row(name + " alone", text(alone), Row.NONE, Row.NONE, "", null),
					new Row("%s beside %d clients that sign in".formatted(name, CLIENTS), text(beside), Row.NONE, Row.NONE,
							"twice the median", beside.median() <= GOAL * alone.median()),
					row("sign-ins, %d clients".formatted(CLIENTS), load.get()));
		}
	}

	private static Row row(String work, Result result) {
		return new Row(work, "%.1f/s, %d answers 429".formatted(result.rate(), result.refused()), Row.NONE, Row.NONE, "", null);
	}

	private static String text(Timings times) {
		return "p50 %s, p99 %s".formatted(Timings.text(times.median()), Timings.text(times.percentile(99)));
	}

	private static Timings read(Bench bench, String path) throws Exception {
		HttpClient other = HttpClient.newBuilder().localAddress(InetAddress.ofLiteral("127.0.0.2")).build();
		HttpRequest request = HttpRequest.newBuilder(URI.create(bench.api().url() + path))
			.header("Authorization", "Bearer " + bench.api().token())
			.build();
		List<Double> seconds = new ArrayList<>();
		for (long end = end(SECONDS - 1); System.nanoTime() < end;) {
			seconds.add(Bench.time(() -> require(other.send(request, BodyHandlers.discarding()), 200)));
			TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
		}
		return new Timings(seconds);
	}

	private static int require(HttpResponse<?> response, int status) throws IOException {
		if (response.statusCode() != status) {
			throw new IOException("%s answers %d".formatted(response.uri(), response.statusCode()));
		}
		return status;
	}

	private static Result signIn(Bench bench, int clients, int seconds) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(bench.api().url() + "/api/v1/users/sign-in"))
			.POST(BodyPublishers.ofString("{\"login\": \"admin\", \"password\": \"%s\"}".formatted(RunningJar.PASSWORD)))
			.build();
		AtomicInteger signedIn = new AtomicInteger();
		AtomicInteger refused = new AtomicInteger();
		long end = end(seconds);
		try (HttpClient http = HttpClient.newHttpClient(); ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Void>> all = new ArrayList<>();
			for (int client = 0; client < clients; client++) {
				all.add(threads.submit(() -> {
					while (System.nanoTime() < end) {
						HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
						if (answer.statusCode() == 429) {
							refused.incrementAndGet();
							TimeUnit.SECONDS.sleep(answer.headers().firstValueAsLong("Retry-After").orElseThrow());
						}
						else {
							require(answer, 200);
							signedIn.incrementAndGet();
						}
					}
					return null;
				}));
			}
			for (Future<Void> client : all) {
				client.get();
			}
		}
		return new Result(signedIn.get() / (double) seconds, refused.get());
	}

	private static long end(int seconds) {
		return System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
	}

	private record Result(double rate, int refused) {
	}

}
