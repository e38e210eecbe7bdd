package dev.segmentation.support.drive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import tools.jackson.databind.JsonNode;

/**
 * An answer of the server.
 *
 * @param status 0 closes the connection without an answer
 */
public record FakeAnswer(int status, Map<String, String> headers, byte[] body) {

	static final FakeAnswer NONE = new FakeAnswer(0, Map.of(), new byte[0]);

	static FakeAnswer json(int status, JsonNode body) {
		return new FakeAnswer(status, Map.of("Content-Type", "application/json; charset=UTF-8"),
				body.toString().getBytes(StandardCharsets.UTF_8));
	}

	static FakeAnswer empty(int status, Map<String, String> headers) {
		return new FakeAnswer(status, headers, new byte[0]);
	}

	void send(HttpExchange exchange) throws IOException {
		if (this.status == 0) {
			exchange.close();
			return;
		}
		this.headers.forEach(exchange.getResponseHeaders()::set);
		exchange.sendResponseHeaders(this.status, (this.body.length == 0) ? -1 : this.body.length);
		exchange.getResponseBody().write(this.body);
		exchange.close();
	}

}
