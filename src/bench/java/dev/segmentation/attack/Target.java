package dev.segmentation.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.segmentation.support.Api;
import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.EmbeddedServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An application with a heap of 512 MB, and the connections of its attacker.
 */
final class Target implements AutoCloseable {

	private static final String PASSWORD = "correct horse";

	private final ApplicationProcess application;

	private final EmbeddedServer server;

	private final Api staff;

	private final List<Socket> sockets = new ArrayList<>();

	Target(Path folder) {
		this.application = ApplicationProcess
			.start(folder, Map.of("SEGMENTATION_ADMIN_PASSWORD", PASSWORD, "JAVA_TOOL_OPTIONS", "-Xmx512m"))
			.awaitReady();
		this.server = new EmbeddedServer(folder.resolve("data", "postgres"));
		this.staff = this.application.api().as("admin", PASSWORD);
	}

	ApplicationProcess application() {
		return this.application;
	}

	Api anonymous() {
		return this.application.api();
	}

	Api staff() {
		return this.staff;
	}

	JdbcClient jdbc() {
		return this.server.database().jdbc();
	}

	/**
	 * Sends the start of a request and keeps the connection. The small buffer makes the
	 * server wait for a reader that does not read.
	 */
	void send(String start) throws IOException {
		Socket socket = new Socket();
		socket.setReceiveBufferSize(4096);
		this.sockets.add(socket);
		socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(),
				URI.create(this.staff.root()).getPort()));
		socket.getOutputStream().write(start.getBytes(StandardCharsets.ISO_8859_1));
	}

	@Override
	public void close() throws IOException {
		for (Socket socket : this.sockets) {
			socket.close();
		}
		this.application.close();
	}

}
