package dev.segmentation.shared.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Limits the length of one line of a file. After a quotation mark that is never closed,
 * the rest of the file is one line, and the parser would keep it all in memory.
 */
public class BoundedReader extends FilterReader {

	private static final int LONGEST_LINE = 64 * 1024;

	private int read;

	public BoundedReader(Reader in) {
		super(in);
	}

	/**
	 * Starts the next line.
	 */
	public void nextLine() {
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

	/**
	 * A line that is longer than the limit.
	 */
	public static final class LineTooLongException extends IOException {

	}

}
