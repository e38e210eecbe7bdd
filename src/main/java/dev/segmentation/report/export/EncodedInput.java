package dev.segmentation.report.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/**
 * Encodes a file while it is read. Only the part that was not read yet is in memory.
 */
final class EncodedInput extends InputStream {

	private final Encoder encoder;

	private final Part part = new Part();

	private int position;

	private boolean complete;

	EncodedInput(Factory factory) throws IOException {
		this.encoder = factory.encoder(this.part);
	}

	@Override
	public int read() throws IOException {
		return fill() ? this.part.bytes()[this.position++] & 0xFF : -1;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, buffer.length);
		if (length == 0) {
			return 0;
		}
		if (!fill()) {
			return -1;
		}
		int count = Math.min(length, this.part.size() - this.position);
		System.arraycopy(this.part.bytes(), this.position, buffer, offset, count);
		this.position += count;
		return count;
	}

	/** Whether there is something to read. */
	private boolean fill() throws IOException {
		while (this.position == this.part.size() && !this.complete) {
			this.part.reset();
			this.position = 0;
			this.complete = !this.encoder.encodeNext();
		}
		return this.position < this.part.size();
	}

	/**
	 * Encodes a file part by part.
	 */
	@FunctionalInterface
	interface Encoder {

		/** Writes the next part. Returns whether there is another one. */
		boolean encodeNext() throws IOException;

	}

	/**
	 * Creates an encoder.
	 */
	@FunctionalInterface
	interface Factory {

		Encoder encoder(OutputStream out) throws IOException;

	}

	/** Gives access to its bytes without a copy. */
	private static final class Part extends ByteArrayOutputStream {

		private byte[] bytes() {
			return this.buf;
		}

	}

}
