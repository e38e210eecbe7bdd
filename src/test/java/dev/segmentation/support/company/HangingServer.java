package dev.segmentation.support.company;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Accepts connections, and never answers.
 */
public final class HangingServer implements AutoCloseable {

	/** The system accepts connections into the queue. */
	private final ServerSocket socket;

	/**
	 * Opens a free port.
	 */
	public HangingServer() throws IOException {
		this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
	}

	/**
	 * Returns the address of the server.
	 */
	public String root() {
		return "http://127.0.0.1:" + this.socket.getLocalPort();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
