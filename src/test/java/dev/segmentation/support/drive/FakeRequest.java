package dev.segmentation.support.drive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request of the client.
 */
public final class FakeRequest {

	private final HttpExchange exchange;

	private final Map<String, String> parameters;

	private byte @Nullable [] body;

	FakeRequest(HttpExchange exchange) {
		this.exchange = exchange;
		this.parameters = parse(exchange.getRequestURI().getRawQuery());
	}

	/** Google accepts a POST instead of methods that a client cannot send. */
	String method() {
		String overridden = header("X-HTTP-Method-Override");
		String method = this.exchange.getRequestMethod();
		return (method.equals("POST") && !overridden.isEmpty()) ? overridden : method;
	}

	String path() {
		return this.exchange.getRequestURI().getPath();
	}

	/** Returns a segment of the path by its index, or an empty text. */
	String segment(int index) {
		String[] segments = path().substring(1).split("/");
		return (index < segments.length) ? segments[index] : "";
	}

	String parameter(String name) {
		return this.parameters.getOrDefault(name, "");
	}

	/** Parses the body as a form. */
	Map<String, String> form() {
		return parse(new String(body(), StandardCharsets.UTF_8));
	}

	private static Map<String, String> parse(@Nullable String text) {
		return Stream.of(Objects.requireNonNullElse(text, "").split("&"))
			.filter((pair) -> pair.contains("="))
			.map((pair) -> pair.split("=", 2))
			.collect(Collectors.toMap((pair) -> decode(pair[0]), (pair) -> decode(pair[1])));
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	String header(String name) {
		return Objects.requireNonNullElse(this.exchange.getRequestHeaders().getFirst(name), "");
	}

	byte[] body() {
		if (this.body == null) {
			try {
				this.body = this.exchange.getRequestBody().readAllBytes();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return this.body;
	}

	/** Parses the body as JSON, which may be compressed. */
	JsonNode json() {
		InputStream json = new ByteArrayInputStream(body());
		try {
			return JsonMapper.shared()
				.readTree(header("Content-Encoding").equals("gzip") ? new GZIPInputStream(json) : json);
		}
		catch (IOException | JacksonException ex) {
			throw Refusal.badRequest("Parse Error");
		}
	}

	/** Reads only the first bytes of the body. */
	void readSome(int bytes) throws IOException {
		this.exchange.getRequestBody().readNBytes(bytes);
	}

	/** Drops the body after the first bytes. */
	void keepOnly(int bytes) {
		this.body = Arrays.copyOf(body(), Math.min(bytes, body().length));
	}

}
