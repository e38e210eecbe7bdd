package dev.segmentation.report.export;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * A file while it is made: reading it reads lines from the database and encodes them.
 */
public final class ExportedFile extends FilterInputStream {

	private final LongSupplier lines;

	ExportedFile(InputStream content, LongSupplier lines) {
		super(content);
		this.lines = lines;
	}

	/**
	 * Returns the number of lines that were started so far, without the header.
	 */
	public long lines() {
		return this.lines.getAsLong();
	}

	/**
	 * Reads a file.
	 */
	@FunctionalInterface
	public interface Reader {

		void read(ExportedFile file) throws IOException;

	}

}
