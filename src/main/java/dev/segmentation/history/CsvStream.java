package dev.segmentation.history;

import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/**
 * Lines as they come, as one stream. When the database breaks off, reading fails with its
 * {@link org.springframework.dao.DataAccessException}.
 */
public final class CsvStream extends InputStream {

	private final Lines source;

	private byte @Nullable [] line;

	private int position;

	private long lines = -1;

	/**
	 * Puts something before the lines.
	 */
	CsvStream(byte[] start, Lines source) {
		this.line = start;
		this.source = source;
	}

	/**
	 * How many lines have been begun so far, the header not counted.
	 */
	public long lines() {
		return Math.max(0, this.lines);
	}

	@Override
	public int read() {
		byte[] current = current();
		return (current != null) ? current[this.position++] & 0xFF : -1;
	}

	/** Takes as many whole lines as there is room for, and never more than were asked. */
	@Override
	public int read(byte[] buffer, int offset, int length) {
		int taken = 0;
		while (taken < length) {
			byte[] current = current();
			if (current == null) {
				return (taken > 0) ? taken : -1;
			}
			int count = Math.min(length - taken, current.length - this.position);
			System.arraycopy(current, this.position, buffer, offset + taken, count);
			this.position += count;
			taken += count;
		}
		return taken;
	}

	private byte @Nullable [] current() {
		byte[] current = this.line;
		while (current != null && this.position == current.length) {
			current = this.source.next();
			this.line = current;
			this.position = 0;
			this.lines += (current != null) ? 1 : 0;
		}
		return current;
	}

	/**
	 * Where the lines come from.
	 */
	@FunctionalInterface
	interface Lines {

		/** The next line, with its end; {@code null} behind the last. */
		byte @Nullable [] next();

	}

}
