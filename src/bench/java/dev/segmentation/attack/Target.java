package dev.segmentation.attack;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.segmentation.support.Api;
import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.EmbeddedServer;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An application with a heap of 512 MB, and the connections of its attacker.
 */
final class Target implements AutoCloseable {

	static final String PASSWORD = "correct horse";

	private final ApplicationProcess application;

	private final EmbeddedServer server;

	private final Api attacker;

	private final Api other;

	private final List<Socket> sockets = new ArrayList<>();

	Target(Path folder) {
		this.application = ApplicationProcess
			.start(folder, Map.of("SEGMENTATION_ADMIN_PASSWORD", PASSWORD, "JAVA_TOOL_OPTIONS", "-Xmx512m"))
			.awaitReady();
		this.server = new EmbeddedServer(folder.resolve("data", "postgres"));
		this.attacker = this.application.api().as("admin", PASSWORD);
		jdbc().sql("""
				INSERT INTO accounts (login, password_hash, role)
				SELECT 'other', password_hash, 'EDITOR' FROM accounts WHERE login = 'admin'
				""").update();
		this.other = this.application.api().as("other", PASSWORD);
	}

	/**
	 * A client with another address than the attacker's. Linux accepts all of
	 * 127.0.0.0/8.
	 */
	static HttpClient otherClient() {
		return HttpClient.newBuilder()
			.localAddress(InetAddress.ofLiteral("127.0.0.2"))
			.cookieHandler(new CookieManager())
			.build();
	}

	ApplicationProcess application() {
		return this.application;
	}

	Api anonymous() {
		return this.application.api();
	}

	Api attacker() {
		return this.attacker;
	}

	/** The API of the account that is not attacking. */
	Api other() {
		return this.other;
	}

	Pages attackerPages() {
		return new Pages(anonymous()).signIn("admin", PASSWORD);
	}

	Pages otherPages() {
		return new Pages(anonymous(), otherClient()).signIn("other", PASSWORD);
	}

	JdbcClient jdbc() {
		return this.server.database().jdbc();
	}

	/** Adds users, all members of one segment, which gives a history of as many lines. */
	long addMembers(int users) {
		long segment = Sql.addSegment(jdbc());
		Sql.addUsers(jdbc(), users);
		jdbc().sql("""
				INSERT INTO memberships (user_id, segment_id)
				SELECT users.id, :segment FROM begin_act('api', 1, NULL), users
				""").param("segment", segment).update();
		return segment;
	}

	/**
	 * Sends a GET request with the attacker's token, and does not read the answer.
	 */
	void request(String path) throws IOException {
		send("GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n".formatted(path,
				this.attacker.token()));
	}

	/**
	 * Sends the start of a request and keeps the connection. The small buffer makes the
	 * server wait for a reader that does not read.
	 */
	void send(String start) throws IOException {
		Socket socket = new Socket();
		socket.setReceiveBufferSize(4096);
		this.sockets.add(socket);
		socket.connect(
				new InetSocketAddress(InetAddress.getLoopbackAddress(), URI.create(this.attacker.root()).getPort()));
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
