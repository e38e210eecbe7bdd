package dev.segmentation.config.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server that waits half a second instead of 20 seconds.
 */
class BoundedProtocolTests {

	private static final int LONGEST_WAIT = 500;

	private static final int CONNECTIONS = 5;

	private final Tomcat tomcat = new Tomcat();

	private final List<Socket> sockets = new ArrayList<>();

	@TempDir
	Path folder;

	@BeforeEach
	void start() throws Exception {
		BoundedProtocol protocol = new BoundedProtocol();
		protocol.setConnectionsOfAnAddress(CONNECTIONS);
		protocol.setDisableUploadTimeout(false);
		protocol.setConnectionUploadTimeout(LONGEST_WAIT);
		Connector connector = new Connector(protocol);
		connector.setPort(0);
		this.tomcat.setBaseDir(this.folder.toString());
		this.tomcat.setConnector(connector);
		Tomcat.addServlet(this.tomcat.addContext("", this.folder.toString()), "reader", new BodyReader())
			.addMapping("/");
		this.tomcat.start();
	}

	@AfterEach
	void stop() throws Exception {
		for (Socket socket : this.sockets) {
			socket.close();
		}
		this.tomcat.stop();
		this.tomcat.destroy();
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /", "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: " })
	void closesConnectionsWithSlowHeaders(String start) {
		assertThat(drip(connect(), start, "x")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 100000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n1\r\n" })
	void refusesSlowBodies(String start) {
		assertThat(drip(connect(), "POST / HTTP/1.1\r\nHost: a\r\n" + start, "x\r\n1\r\n")).startsWith("HTTP/1.1 400 ");
	}

	@Test
	void servesTheNextRequestsOfAConnection() throws IOException {
		Socket socket = connect();
		for (int n = 0; n < 3; n++) {
			write(socket, "POST / HTTP/1.1\r\nHost: a\r\nContent-Le");
			write(socket, "ngth: 3\r\n\r\nabc");
			assertThat(read(socket)).endsWith("3 bytes");
		}
	}

	@Test
	void refusesMoreConnectionsOfAnAddress() throws IOException {
		List<Socket> first = new ArrayList<>();
		for (int n = 0; n < CONNECTIONS; n++) {
			first.add(connect());
			assertThat(get(first.getLast())).endsWith("0 bytes");
		}
		assertThat(drip(connect(), "GET / HTTP/1.1\r\n", "x")).isEmpty();
		assertThat(get(connectFrom("127.0.0.2"))).endsWith("0 bytes");
		assertThat(get(first.getFirst())).endsWith("0 bytes");
	}

	/** Sends a byte now and then, for as long as the server waits. */
	private static String drip(Socket socket, String start, String drop) {
		try {
			write(socket, start);
			socket.setSoTimeout(LONGEST_WAIT / 10);
			for (long begin = System.nanoTime(); System.nanoTime() - begin < Duration.ofSeconds(30).toNanos();) {
				try {
					return read(socket);
				}
				catch (SocketTimeoutException ex) {
					write(socket, drop);
				}
			}
		}
		catch (IOException ex) {
			return "";
		}
		throw new AssertionError("The server still waits.");
	}

	private static String get(Socket socket) throws IOException {
		write(socket, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
		return read(socket);
	}

	private static void write(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	/** Answers are so short that they arrive as a whole. */
	private static String read(Socket socket) throws IOException {
		byte[] answer = new byte[8192];
		int count = socket.getInputStream().read(answer);
		return new String(answer, 0, Math.max(count, 0), StandardCharsets.ISO_8859_1);
	}

	private Socket connect() {
		return connectFrom("127.0.0.1");
	}

	private Socket connectFrom(String address) {
		try {
			Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.tomcat.getConnector().getLocalPort(),
					InetAddress.ofLiteral(address), 0);
			this.sockets.add(socket);
			return socket;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class BodyReader extends HttpServlet {

		@Override
		protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
			response.getWriter().print(request.getInputStream().readAllBytes().length + " bytes");
		}

	}

}
