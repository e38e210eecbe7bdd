package dev.segmentation.membership.list.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.segmentation.membership.list.ListLayout;
import dev.segmentation.membership.list.ListedRow;
import dev.segmentation.shared.SpreadsheetText;
import dev.segmentation.shared.web.template.Messages;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The lines of a list with their outcomes, as a file that can be corrected and imported
 * again. Values are guarded against spreadsheets; the import removes the guard.
 */
class ListCsv {

	private final ListLayout layout;

	private final Messages messages;

	ListCsv(ListLayout layout, Messages messages) {
		this.layout = layout;
		this.messages = messages;
	}

	/**
	 * Writes the file.
	 * @param rows passes the lines to a consumer, one by one
	 */
	void write(OutputStream out, Consumer<Consumer<ListedRow>> rows) throws IOException {
		Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		// Without this mark spreadsheets assume another encoding.
		writer.write('\uFEFF');
		CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
		csv.printRecord(header());
		rows.accept((row) -> print(csv, row));
		csv.flush();
	}

	private List<String> header() {
		List<String> header = new ArrayList<>(List.of("line"));
		header.addAll(this.layout.headers().isEmpty() ? List.of("entry") : this.layout.headers());
		header.addAll(List.of("matched user", "outcome"));
		return header;
	}

	private void print(CSVPrinter csv, ListedRow row) {
		try {
			csv.print(row.line());
			for (int column = 0; column < Math.max(1, this.layout.headers().size()); column++) {
				csv.print((column < row.cells().size()) ? SpreadsheetText.guard(row.cells().get(column)) : "");
			}
			csv.print((row.userId() != null) ? row.userId() : "");
			csv.print(this.messages.get((row.problem() != null) ? "members.list.problem." + row.problem()
					: "members.list.outcome." + row.outcome()));
			csv.println();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
