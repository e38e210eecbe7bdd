package dev.segmentation.support;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

/**
 * Sends requests that HTTP clients refuse to send, to the server of an {@link Api}.
 * Writes one byte for each character. Uses HTTP/1.0, whose answers end with the
 * connection.
 */
public final class RawHttp {

	private RawHttp() {
	}

	/**
	 * Sends a request without a body.
	 * @param target the path as it is sent
	 * @param headers complete lines
	 */
	public static RawAnswer send(Api api, String method, String target, String... headers) {
		return send(api, method + " " + target + " HTTP/1.0\r\n" + lines(headers) + "\r\n");
	}

	/**
	 * Sends bytes and reads to the end.
	 */
	public static RawAnswer send(Api api, String request) {
		URI root = URI.create(api.root());
		try (Socket socket = new Socket(root.getHost(), root.getPort())) {
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			byte[] answer = socket.getInputStream().readAllBytes();
			return RawAnswer.parse(new String(answer, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String lines(String... headers) {
		return String.join("", List.of(headers).stream().map((header) -> header + "\r\n").toList());
	}

	/**
	 * The answer.
	 *
	 * @param head the headers as they were received
	 */
	public record RawAnswer(int status, String head, String body) {

		private static RawAnswer parse(String answer) {
			int end = answer.indexOf("\r\n\r\n");
			if (end < 0) {
				throw new UncheckedIOException(new EOFException("The server has closed the connection."));
			}
			String head = answer.substring(0, end);
			return new RawAnswer(Integer.parseInt(head.split(" ")[1]), head, answer.substring(end + 4));
		}

		/** Returns the error text; empty without an error. */
		public String error() {
			return JsonMapper.shared().readTree(this.body).path("error").asString("");
		}

	}

}
