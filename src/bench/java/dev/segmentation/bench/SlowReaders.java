package dev.segmentation.bench;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures single calls and a page while other clients read all users of a segment at 20
 * kB/s.
 */
final class SlowReaders implements Work {

	private static final int BYTES_AT_ONCE = 2_000;

	private static final int PAUSE_MILLIS = 100;

	private static final long SECONDS = 20;

	@Override
	public List<Row> measure(Bench bench) throws Exception {
		String segment = Segments.create(bench, "SLOW", "100");
		String path = "/api/v1/segments/active_users?segment_id=" + segment;
		try {
			List<Row> rows = new ArrayList<>(others(bench, path, 0));
			rows.addAll(others(bench, path, 10));
			rows.addAll(others(bench, path, 50));
			return rows;
		}
		finally {
			Segments.delete(bench, segment);
		}
	}

	private static List<Row> others(Bench bench, String path, int readers) throws Exception {
		List<Socket> sockets = new ArrayList<>();
		try {
			for (int reader = 0; reader < readers; reader++) {
				sockets.add(start(bench.api(), path));
			}
			List<Double> calls = new ArrayList<>();
			List<Double> pages = new ArrayList<>();
			long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
			while (System.nanoTime() < end) {
				calls.add(Bench.time(() -> bench.api().get("/api/v1/users/active_segments?user_id=77")));
				pages.add(Bench.time(() -> bench.api().get("/segments/7")));
			}
			return List.of(row("active segments", readers, calls), row("page /segments/7", readers, pages));
		}
		finally {
			for (Socket socket : sockets) {
				socket.close();
			}
		}
	}

	private static Row row(String work, int readers, List<Double> seconds) {
		Timings timings = new Timings(seconds);
		return new Row("%s beside %d slow readers".formatted(work, readers), timings.text(), Row.NONE, Row.NONE,
				"worst 5 s", timings.max() < 5);
	}

	private static Socket start(Api api, String path) throws IOException {
		URI url = URI.create(api.url());
		Socket socket = new Socket(url.getHost(), url.getPort());
		socket.setReceiveBufferSize(BYTES_AT_ONCE);
		socket.getOutputStream()
			.write("GET %s HTTP/1.0\r\nAuthorization: Bearer %s\r\n\r\n".formatted(path, api.token())
				.getBytes(StandardCharsets.US_ASCII));
		Thread.startVirtualThread(() -> read(socket));
		return socket;
	}

	/** Reads until the socket is closed. */
	private static void read(Socket socket) {
		try {
			while (socket.getInputStream().readNBytes(BYTES_AT_ONCE).length > 0) {
				TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
			}
		}
		catch (IOException ex) {
			// The measurement has ended.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
