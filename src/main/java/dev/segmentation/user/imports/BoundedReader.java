package dev.segmentation.user.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Refuses to read on when a single line of the file grows without end, as it does behind
 * a quote that nobody closes: it would be kept in memory whole.
 */
class BoundedReader extends FilterReader {

	private static final int LONGEST_LINE = 64 * 1024;

	private int read;

	BoundedReader(Reader in) {
		super(in);
	}

	/**
	 * Another line begins.
	 */
	void nextLine() {
		this.read = 0;
	}

	@Override
	public int read() throws IOException {
		count(1);
		return super.read();
	}

	@Override
	public int read(char[] buffer, int offset, int length) throws IOException {
		count(length);
		return super.read(buffer, offset, length);
	}

	private void count(int characters) throws LineTooLongException {
		this.read += characters;
		if (this.read > LONGEST_LINE) {
			throw new LineTooLongException();
		}
	}

	static final class LineTooLongException extends IOException {

	}

}
