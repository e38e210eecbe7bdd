package dev.segmentation.config.metrics;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.segmentation.Application;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class TracingTests {

	private static final String SIGNATURE = "s".repeat(43);

	private static final Queue<String> received = new ConcurrentLinkedQueue<>();

	private static final HttpServer collector = startCollector();

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry properties) {
		TestDatabase database = TestDatabases.create();
		properties.add("spring.datasource.url", database::url);
		properties.add("spring.datasource.username", database::user);
		properties.add("spring.datasource.password", database::password);
		properties.add("management.opentelemetry.tracing.export.otlp.endpoint",
				() -> "http://localhost:" + collector.getAddress().getPort() + "/v1/traces");
		properties.add("management.tracing.sampling.probability", () -> 1);
		properties.add("management.opentelemetry.tracing.export.schedule-delay", () -> "100ms");
	}

	private static HttpServer startCollector() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
			server.createContext("/v1/traces", TracingTests::receive);
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void receive(HttpExchange exchange) throws IOException {
		try (exchange) {
			received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
			exchange.sendResponseHeaders(200, -1);
		}
	}

	@AfterAll
	static void stop() {
		collector.stop(0);
	}

	@Test
	void sendsTheRouteAndTheRequestIdButNoAddress() {
		int status = RestClient.create()
			.get()
			.uri("http://localhost:{port}/shared/1/{signature}/report.csv?query=anna", this.port, SIGNATURE)
			.header("X-Request-Id", "traced-1")
			.exchange((request, response) -> response.getStatusCode().value());
		assertThat(status).isEqualTo(404);
		await().until(() -> traces().contains("traced-1"));
		assertThat(traces()).contains("http get /shared/{id").doesNotContain(SIGNATURE, "anna");
	}

	private static String traces() {
		return received.stream().collect(Collectors.joining());
	}

}
