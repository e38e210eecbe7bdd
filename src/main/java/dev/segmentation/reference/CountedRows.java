package dev.segmentation.reference;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Passes the rows of a table on, and reports how many there are. COPY writes each row in
 * one call.
 */
class CountedRows extends FilterOutputStream {

	private static final int STEP = 500_000;

	private final SourceTable table;

	private final Consumer<String> progress;

	private long rows;

	CountedRows(OutputStream out, SourceTable table, Consumer<String> progress) {
		super(out);
		this.table = table;
		this.progress = progress;
	}

	@Override
	public void write(byte[] row, int offset, int length) throws IOException {
		this.out.write(row, offset, length);
		if (++this.rows % STEP == 0) {
			report("Reading", " so far");
		}
	}

	@Override
	public void close() throws IOException {
		super.close();
		report("Read", "");
	}

	private void report(String verb, String rest) {
		this.progress.accept(String.format(Locale.ROOT, "%s %s: %,d rows%s", verb, this.table.text(), this.rows, rest));
	}

}
