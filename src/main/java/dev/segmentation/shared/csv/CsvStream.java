package dev.segmentation.shared.csv;

import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/**
 * The lines of a source as one stream. When the database fails, reading throws its
 * {@link org.springframework.dao.DataAccessException}.
 */
public final class CsvStream extends InputStream {

	private final Lines source;

	private byte @Nullable [] line;

	private int position;

	private long lines;

	private long bytes;

	/**
	 * Creates a stream of lines.
	 * @param start the text before the first line
	 */
	public CsvStream(byte[] start, Lines source) {
		this(start, source, -1);
	}

	private CsvStream(byte[] start, Lines source, long lines) {
		this.line = start;
		this.source = source;
		this.bytes = start.length;
		this.lines = lines;
	}

	/**
	 * Creates a stream of lines, of which the first is no header.
	 */
	static CsvStream withoutHeader(Lines source) {
		return new CsvStream(new byte[0], source, 0);
	}

	/**
	 * Returns the number of lines that were started so far, without the header.
	 */
	public long lines() {
		return Math.max(0, this.lines);
	}

	/**
	 * Returns the size of the header and of the lines that were started so far.
	 */
	public long bytes() {
		return this.bytes;
	}

	@Override
	public int read() {
		byte[] current = current();
		return (current != null) ? current[this.position++] & 0xFF : -1;
	}

	/**
	 * Fills the buffer with several lines. Does not wait for a line that does not fit.
	 */
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

	/**
	 * Returns the next line with its line break, if no part of it was read.
	 * @return {@code null} after the last one
	 */
	public byte @Nullable [] nextLine() {
		byte[] next = current();
		this.position = (next != null) ? next.length : 0;
		return next;
	}

	private byte @Nullable [] current() {
		byte[] current = this.line;
		while (current != null && this.position == current.length) {
			current = this.source.next();
			this.line = current;
			this.position = 0;
			this.lines += (current != null) ? 1 : 0;
			this.bytes += (current != null) ? current.length : 0;
		}
		return current;
	}

	/**
	 * A source of lines.
	 */
	@FunctionalInterface
	public interface Lines {

		/** Returns the next line with its line break; {@code null} after the last one. */
		byte @Nullable [] next();

	}

}
