package dev.segmentation.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection that stays open between requests, like those of a load balancer.
 */
public final class KeptConnection implements AutoCloseable {

	private final Socket socket;

	private final BufferedReader answers;

	private KeptConnection(Socket socket, BufferedReader answers) {
		this.socket = socket;
		this.answers = answers;
	}

	/**
	 * Connects to a server.
	 */
	public static KeptConnection to(Api server) {
		URI root = URI.create(server.root());
		try {
			Socket socket = new Socket(root.getHost(), root.getPort());
			return new KeptConnection(socket,
					new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Requests the headers of a path.
	 * @return the lines of the answer; empty when the server closed the connection
	 */
	public List<String> head(String path) {
		try {
			this.socket.getOutputStream()
				.write("HEAD %s HTTP/1.1\r\nHost: test\r\n\r\n".formatted(path).getBytes(StandardCharsets.ISO_8859_1));
			List<String> lines = new ArrayList<>();
			for (String line = this.answers.readLine(); line != null
					&& !line.isEmpty(); line = this.answers.readLine()) {
				lines.add(line);
			}
			return lines;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
