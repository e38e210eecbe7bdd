package dev.segmentation.docker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.segmentation.support.Nginx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What nginx sends to the application, and when it passes the answer on. A small server
 * takes the place of the application.
 */
class NginxHeaderTests {

	private static final String FIRST = "data: first\n\n";

	private static final String SECOND = "data: second\n\n";

	@TempDir
	Path folder;

	private final BlockingQueue<Headers> received = new LinkedBlockingQueue<>();

	private final CountDownLatch firstEventArrived = new CountDownLatch(1);

	private HttpServer server;

	private Nginx nginx;

	private HttpClient client;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::answer);
		this.server.createContext("/events", this::sendEvents);
		this.server.start();
		this.nginx = Nginx.start(this.folder, List.of(this.server.getAddress().getPort()));
		this.client = HttpClient.newBuilder().sslContext(this.nginx.trust()).build();
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.nginx.close();
		this.server.stop(0);
	}

	@Test
	void replacesForgedHeaders() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.nginx.root()))
			.headers("X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "http", "X-Forwarded-Port", "1",
					"X-Forwarded-Host", "evil.example.com")
			.build();
		this.client.send(request, BodyHandlers.discarding());
		Headers headers = this.received.take();
		assertThat(headers).containsAllEntriesOf(Map.of("X-forwarded-for", List.of("127.0.0.1"), "X-forwarded-proto",
				List.of("https"), "X-forwarded-port", List.of(String.valueOf(this.nginx.httpsPort())), "Host",
				List.of("localhost:" + this.nginx.httpsPort())));
		assertThat(headers).doesNotContainKey("X-forwarded-host");
	}

	@Test
	@Timeout(10)
	void passesEachEventOnAtOnce() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.nginx.root() + "/events")).build();
		try (BufferedReader events = new BufferedReader(
				new InputStreamReader(this.client.send(request, BodyHandlers.ofInputStream()).body()))) {
			assertThat(events.readLine()).isEqualTo("data: first");
			this.firstEventArrived.countDown();
			assertThat(events.lines()).contains("data: second");
		}
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.received.add(exchange.getRequestHeaders());
		exchange.sendResponseHeaders(204, -1);
		exchange.close();
	}

	/**
	 * Sends the second event after the client has received the first one. The length is
	 * known, because nginx never collects answers of unknown length in its buffers.
	 */
	private void sendEvents(HttpExchange exchange) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
		exchange.sendResponseHeaders(200, FIRST.length() + SECOND.length());
		exchange.getResponseBody().write(FIRST.getBytes(StandardCharsets.UTF_8));
		exchange.getResponseBody().flush();
		try {
			this.firstEventArrived.await();
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
		exchange.getResponseBody().write(SECOND.getBytes(StandardCharsets.UTF_8));
		exchange.close();
	}

}
