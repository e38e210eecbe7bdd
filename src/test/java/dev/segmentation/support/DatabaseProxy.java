package dev.segmentation.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * The network between an application and its database, which can fail.
 */
public final class DatabaseProxy implements AutoCloseable {

	private final TestDatabase behind;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final ServerSocket server;

	private volatile boolean stopped;

	private volatile boolean swallowing;

	/** What is sent until the connection breaks. */
	private final Queue<String> untilBreak = new ConcurrentLinkedQueue<>();

	private DatabaseProxy(TestDatabase behind) throws IOException {
		this.behind = behind;
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(this::accept);
	}

	/**
	 * Opens a proxy in front of a database.
	 */
	public static DatabaseProxy before(TestDatabase database) {
		try {
			return new DatabaseProxy(database);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns the address of the database through the proxy.
	 */
	public String url() {
		// Prepared statements would hide what is sent.
		return this.behind.url().replaceFirst("//[^/]+/", "//127.0.0.1:%d/".formatted(this.server.getLocalPort()))
				+ "?prepareThreshold=0";
	}

	/**
	 * Breaks all connections, old and new, like a server that stopped.
	 */
	public void stop() {
		this.stopped = true;
		breakConnections();
	}

	public boolean isStopped() {
		return this.stopped;
	}

	/**
	 * Swallows everything that is sent, like a firewall that drops packets.
	 */
	public void swallow() {
		this.swallowing = true;
	}

	/**
	 * Loses one answer and stops: the answer to the last of these texts, which are sent
	 * in this order.
	 */
	public void loseAnswerTo(String... sent) {
		this.untilBreak.addAll(List.of(sent));
	}

	/**
	 * Passes everything again. Breaks the connections of the failed network.
	 */
	public void restore() {
		this.untilBreak.clear();
		breakConnections();
		this.swallowing = false;
		this.stopped = false;
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try {
				join(this.server.accept());
			}
			catch (IOException ex) {
				// The proxy or the database stopped.
			}
		}
	}

	private void join(Socket client) throws IOException {
		if (this.stopped) {
			client.close();
			return;
		}
		URI address = URI.create(this.behind.url().substring("jdbc:".length()));
		Socket database = new Socket(address.getHost(), address.getPort());
		this.open.add(client);
		this.open.add(database);
		AtomicBoolean broken = new AtomicBoolean();
		Thread.ofVirtual().start(() -> copy(client, database, (sent) -> {
			broken.compareAndSet(false, isLast(sent));
			return true;
		}));
		Thread.ofVirtual().start(() -> copy(database, client, (answer) -> !broken.get()));
	}

	private void copy(Socket from, Socket to, Predicate<String> passes) {
		byte[] buffer = new byte[8192];
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
				if (!passes.test(new String(buffer, 0, length, StandardCharsets.ISO_8859_1))) {
					stop();
				}
				else if (!this.swallowing) {
					out.write(buffer, 0, length);
				}
			}
		}
		catch (IOException ex) {
			// Either side ended.
		}
		finally {
			this.open.remove(from);
			this.open.remove(to);
		}
	}

	private synchronized boolean isLast(String sent) {
		boolean found = false;
		while (!this.untilBreak.isEmpty() && sent.contains(this.untilBreak.peek())) {
			this.untilBreak.remove();
			found = this.untilBreak.isEmpty();
		}
		return found;
	}

	private void breakConnections() {
		for (Socket socket : this.open) {
			try {
				socket.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	@Override
	public void close() {
		stop();
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
