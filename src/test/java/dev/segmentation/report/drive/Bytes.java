package dev.segmentation.report.drive;

import java.io.InputStream;
import java.util.function.LongConsumer;

/**
 * Bytes that are made up as they are read: the same again each time, and no two chunks
 * alike.
 */
final class Bytes extends InputStream {

	/** Of Fibonacci hashing: neighbours end up far apart. */
	private static final long SPREAD = 0x9E3779B97F4A7C15L;

	private final long length;

	private final LongConsumer watcher;

	private long position;

	Bytes(long length) {
		this(length, (position) -> {
		});
	}

	/**
	 * Makes a stream.
	 * @param watcher is told of each reading, where it ended
	 */
	Bytes(long length, LongConsumer watcher) {
		this.length = length;
		this.watcher = watcher;
	}

	static Content content(long length) {
		return (reader) -> reader.accept(new Bytes(length));
	}

	@Override
	public int read() {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) {
		int count = (int) Math.min(length, this.length - this.position);
		if (count == 0) {
			return (length == 0) ? 0 : -1;
		}
		for (int i = 0; i < count; i++) {
			bytes[offset + i] = (byte) ((this.position + i) * SPREAD >>> Long.SIZE - Byte.SIZE);
		}
		this.position += count;
		this.watcher.accept(this.position);
		return count;
	}

}
