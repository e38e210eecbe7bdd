package dev.segmentation.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Measures a page while one address sends as many requests as the application can answer,
 * and eight times as many. Another address requests /ping, the health and a list of the
 * API meanwhile.
 */
final class Overload implements Work {

	private static final int FULL = 32;

	private static final int TOO_MANY = 256;

	private static final int SECONDS = 20;

	private static final int PAUSE_MILLIS = 50;

	private static final double GOAL = 1;

	private static final double RECOVERY = 5;

	@Override
	public List<Row> measure(Bench bench) throws Exception {
		load(bench, FULL);
		List<Row> rows = new ArrayList<>(others(bench, FULL));
		rows.addAll(others(bench, TOO_MANY));
		Timings after = new Timings(List.of(Bench.time(() -> recover(bench))));
		rows.add(new Row("first answer after the load", after.text(), Row.NONE, Row.NONE, "5 s",
				after.max() < RECOVERY));
		return rows;
	}

	private static Load load(Bench bench, int connections) throws Exception {
		return bench.get("/api/v1/segments/?limit=200", connections, SECONDS);
	}

	private static List<Row> others(Bench bench, int connections) throws Exception {
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Load> load = clients.submit(() -> load(bench, connections));
			Future<Timings> ping = clients.submit(() -> watch(bench, "/ping", load));
			Future<Timings> health = clients.submit(() -> watch(bench, "/actuator/health", load));
			Future<Timings> list = clients.submit(() -> watch(bench, "/api/v1/users/active_segments?user_id=77", load));
			String beside = " beside %d clients".formatted(connections);
			return List.of(
					new Row("list of segments, %d clients".formatted(connections), load.get().text(), Row.NONE,
							Row.NONE, "", null),
					row("/ping" + beside, ping.get()), row("health" + beside, health.get()),
					row("active segments" + beside, list.get()));
		}
	}

	private static Row row(String work, Timings times) {
		return new Row(work, times.text(), Row.NONE, Row.NONE, "longest 1 s", times.max() < GOAL);
	}

	private static Timings watch(Bench bench, String path, Future<?> load) throws Exception {
		HttpClient other = HttpClient.newBuilder().localAddress(InetAddress.ofLiteral("127.0.0.2")).build();
		List<Double> seconds = new ArrayList<>();
		while (!load.isDone()) {
			seconds.add(Bench.time(get(bench, other, path)));
			TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
		}
		return new Timings(seconds);
	}

	private static Callable<Integer> get(Bench bench, HttpClient client, String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(bench.api().url() + path))
			.header("Authorization", "Bearer " + bench.api().token())
			.build();
		return () -> {
			int status = client.send(request, BodyHandlers.discarding()).statusCode();
			if (status != 200) {
				throw new IOException("%s answers %d".formatted(path, status));
			}
			return status;
		};
	}

	/** The address that sent too much is served again. */
	private static int recover(Bench bench) throws Exception {
		Callable<Integer> call = get(bench, HttpClient.newHttpClient(), "/api/v1/segments/?limit=1");
		while (true) {
			try {
				return call.call();
			}
			catch (IOException ex) {
				TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
			}
		}
	}

}
