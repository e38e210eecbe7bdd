package dev.segmentation.membership.list;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import dev.segmentation.shared.csv.CopyText;
import dev.segmentation.shared.refusal.InvalidInputException;

/**
 * Writes the entries of a list in the text format of PostgreSQL's COPY.
 */
class EntryWriter implements Consumer<ListEntry> {

	/** The columns that it writes. */
	static final String COLUMNS = "list_id, position, line, text, until, problem, cells";

	private final long listId;

	private final Writer out;

	private int count;

	EntryWriter(long listId, OutputStream out) {
		this.listId = listId;
		this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
	}

	@Override
	public void accept(ListEntry entry) {
		if (++this.count > ListSource.LONGEST) {
			throw new InvalidInputException("imports.file.TOO_MANY_ROWS", "invalid input", ListSource.LONGEST);
		}
		try {
			this.out.append("%d\t%d\t%d\t".formatted(this.listId, this.count, entry.line()));
			CopyText.write(entry.text(), this.out);
			this.out.append('\t');
			CopyText.write((entry.until() != null) ? entry.until().toString() : null, this.out);
			this.out.append('\t');
			CopyText.write((entry.problem() != null) ? entry.problem().name() : null, this.out);
			this.out.append('\t');
			CopyText.write(CopyText.array(entry.cells()), this.out);
			this.out.append('\n');
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int finish() throws IOException {
		this.out.flush();
		return this.count;
	}

}
