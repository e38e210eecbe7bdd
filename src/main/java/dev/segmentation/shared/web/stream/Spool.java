package dev.segmentation.shared.web.stream;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import org.jspecify.annotations.Nullable;

/**
 * A queue of bytes from the database to one client, in a temporary file. When the client
 * has everything, the file is filled from its start again, so a fast client needs little
 * space. When no space is left, the database waits for the client.
 */
final class Spool extends OutputStream {

	private final SpoolSpace space;

	private final FileChannel file;

	/** The size of the file at most. */
	private long taken = SpoolSpace.PIECE_BYTES;

	private long written;

	private long sent;

	private boolean ended;

	private boolean complete;

	private @Nullable IOException disconnected;

	private Spool(SpoolSpace space, FileChannel file) {
		this.space = space;
		this.file = file;
	}

	/**
	 * Creates a queue with space for one piece.
	 * @throws IOException when there is no space
	 */
	static Spool open(SpoolSpace space) throws IOException {
		if (!space.take(SpoolSpace.PIECE_BYTES)) {
			throw new IOException("No space for more answers in the temporary folder");
		}
		FileChannel file = null;
		try {
			file = space.open();
			file.write(ByteBuffer.allocate(SpoolSpace.PIECE_BYTES), 0);
			return new Spool(space, file);
		}
		catch (IOException ex) {
			if (file != null) {
				file.close();
			}
			space.giveBack(SpoolSpace.PIECE_BYTES);
			throw ex;
		}
	}

	@Override
	public void write(int value) throws IOException {
		write(new byte[] { (byte) value }, 0, 1);
	}

	/**
	 * Adds bytes to the queue.
	 * @throws IOException when the client has disconnected
	 */
	@Override
	public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
		for (int done = 0; done < length; done += SpoolSpace.PIECE_BYTES) {
			add(ByteBuffer.wrap(bytes, offset + done, Math.min(SpoolSpace.PIECE_BYTES, length - done)));
		}
	}

	private void add(ByteBuffer piece) throws IOException {
		while (!fits(piece) && this.disconnected == null) {
			await();
		}
		requireClient();
		if (this.sent == this.written) {
			this.sent = 0;
			this.written = 0;
		}
		while (piece.hasRemaining()) {
			this.written += this.file.write(piece, this.written);
		}
		notifyAll();
	}

	private boolean fits(ByteBuffer piece) {
		return this.sent == this.written || this.written + piece.remaining() <= this.taken || grow();
	}

	private boolean grow() {
		boolean grown = this.space.take(SpoolSpace.PIECE_BYTES);
		this.taken += grown ? SpoolSpace.PIECE_BYTES : 0;
		return grown;
	}

	/**
	 * Ends the queue. The client gets the rest only if it is complete.
	 */
	synchronized void end(boolean complete) {
		this.ended = true;
		this.complete = complete;
		notifyAll();
	}

	/**
	 * Sends the queue to the client until its end.
	 */
	void sendTo(OutputStream client) {
		byte[] piece = new byte[SpoolSpace.PIECE_BYTES];
		try {
			for (int length = next(piece); length > 0; length = next(piece)) {
				client.write(piece, 0, length);
				markSent(length);
			}
		}
		catch (IOException ex) {
			disconnect(ex);
		}
		catch (RuntimeException ex) {
			disconnect(new IOException(ex));
		}
	}

	/** Returns the length of the next piece; 0 at the end. */
	private synchronized int next(byte[] piece) throws IOException {
		while (this.sent == this.written && !this.ended) {
			await();
		}
		if (this.sent == this.written || (this.ended && !this.complete)) {
			return 0;
		}
		int length = (int) Math.min(SpoolSpace.PIECE_BYTES, this.written - this.sent);
		return this.file.read(ByteBuffer.wrap(piece, 0, length), this.sent);
	}

	private synchronized void markSent(int length) {
		this.sent += length;
		notifyAll();
	}

	private synchronized void disconnect(IOException cause) {
		this.disconnected = cause;
		notifyAll();
	}

	/**
	 * Checks that the client is still there.
	 * @throws IOException when it has disconnected
	 */
	synchronized void requireClient() throws IOException {
		if (this.disconnected != null) {
			throw this.disconnected;
		}
	}

	private void await() throws IOException {
		try {
			wait();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
	}

	/**
	 * Removes the file.
	 */
	@Override
	public void close() throws IOException {
		this.space.giveBack(this.taken);
		this.file.close();
	}

}
