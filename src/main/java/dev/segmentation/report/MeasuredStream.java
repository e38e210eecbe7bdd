package dev.segmentation.report;

import java.io.FilterInputStream;
import java.io.IOException;

import dev.segmentation.history.csv.CsvStream;
import dev.segmentation.task.TaskProgress;

/**
 * Counts what is read of a report, and tells how far it is.
 */
class MeasuredStream extends FilterInputStream {

	private final CsvStream csv;

	private final long expectedLines;

	private final TaskProgress progress;

	private long bytes;

	MeasuredStream(CsvStream csv, long expectedLines, TaskProgress progress) {
		super(csv);
		this.csv = csv;
		this.expectedLines = expectedLines;
		this.progress = progress;
	}

	@Override
	public int read() throws IOException {
		return count(super.read(), 1);
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int count = super.read(buffer, offset, length);
		return count(count, count);
	}

	private int count(int result, int read) {
		if (result >= 0) {
			this.bytes += read;
			// Never all of it: the end is for the task to tell.
			this.progress.at(this.csv.lines(), Math.max(this.expectedLines, this.csv.lines() + 1));
		}
		return result;
	}

	/**
	 * How many bytes have been read.
	 */
	long bytes() {
		return this.bytes;
	}

}
