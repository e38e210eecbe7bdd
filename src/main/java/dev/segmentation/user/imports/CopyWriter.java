package dev.segmentation.user.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import dev.segmentation.shared.csv.CopyText;
import dev.segmentation.user.imports.InvalidImportFileException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows in the text format of PostgreSQL's COPY.
 */
class CopyWriter implements Consumer<ImportRow> {

	private final long importId;

	private final Writer out;

	private final int limit;

	private int rows;

	/**
	 * Writes to a stream.
	 * @param limit the largest number of rows
	 */
	CopyWriter(long importId, OutputStream out, int limit) {
		this.importId = importId;
		this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		this.limit = limit;
	}

	@Override
	public void accept(ImportRow row) {
		if (++this.rows > this.limit) {
			throw new InvalidImportFileException(Problem.TOO_MANY_ROWS, this.limit);
		}
		try {
			this.out.append(Long.toString(this.importId)).append('\t').append(Long.toString(row.line()));
			value(row.externalId());
			value(row.login());
			value(row.email());
			value((row.reason() != null) ? "MALFORMED" : null);
			value((row.reason() != null) ? row.reason().name() : null);
			this.out.append('\n');
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void value(@Nullable String value) throws IOException {
		this.out.append('\t');
		CopyText.write(value, this.out);
	}

	void flush() throws IOException {
		this.out.flush();
	}

}
