package dev.segmentation.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy before a PostgreSQL server. It can swallow the server's answer to a COMMIT
 * and close the connection, so that the client can't know whether the commit happened.
 */
final class CuttingProxy implements AutoCloseable {

	/** The tag of the message CommandComplete. */
	private static final String COMMITTED = "COMMIT\0";

	private static final int BUFFER = 65536;

	private final ServerSocket door;

	private final int target;

	private final AtomicInteger pending = new AtomicInteger();

	private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

	CuttingProxy(int target) {
		try {
			this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.target = target;
		this.executor.submit(this::accept);
	}

	int port() {
		return this.door.getLocalPort();
	}

	/** Swallows the next answers to a COMMIT. */
	void cut(int commits) {
		this.pending.set(commits);
	}

	/** How many answers are still to be swallowed. */
	int pending() {
		return this.pending.get();
	}

	private void accept() {
		while (!this.door.isClosed()) {
			try {
				Socket client = this.door.accept();
				Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target);
				this.executor.submit(() -> copy(client, server, false));
				this.executor.submit(() -> copy(server, client, true));
			}
			catch (IOException ex) {
				// The proxy or the server has been closed.
			}
		}
	}

	private void copy(Socket from, Socket to, boolean answers) {
		byte[] buffer = new byte[BUFFER];
		try (from; to; InputStream input = from.getInputStream()) {
			for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
				if (answers && isCut(new String(buffer, 0, length, StandardCharsets.ISO_8859_1))) {
					return;
				}
				to.getOutputStream().write(buffer, 0, length);
			}
		}
		catch (IOException ex) {
			// The other side has closed the connection.
		}
	}

	private boolean isCut(String answer) {
		return answer.contains(COMMITTED) && this.pending.getAndUpdate((left) -> Math.max(left - 1, 0)) > 0;
	}

	@Override
	public void close() {
		try {
			this.door.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.executor.shutdownNow();
	}

}
