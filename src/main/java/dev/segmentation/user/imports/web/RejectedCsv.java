package dev.segmentation.user.imports.web;

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

import dev.segmentation.shared.SpreadsheetText;
import dev.segmentation.shared.web.template.Messages;
import dev.segmentation.user.imports.ImportColumn;
import dev.segmentation.user.imports.ImportLayout;
import dev.segmentation.user.imports.ImportLine;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A download of the rejected lines of an import: the columns of the uploaded file, the
 * line and the reason. A person can correct it and import it again. Values are guarded
 * against spreadsheets; the import removes the guard.
 */
class RejectedCsv {

	private final ImportLayout layout;

	private final Messages messages;

	RejectedCsv(ImportLayout layout, Messages messages) {
		this.layout = layout;
		this.messages = messages;
	}

	void writeHeaders(String uploaded, HttpServletResponse response) {
		String name = uploaded.replaceFirst("\\.[^.]*$", "") + "-rejected.csv";
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
	}

	/**
	 * Writes the file.
	 * @param lines passes the lines to a consumer, one by one
	 */
	void write(OutputStream out, Consumer<Consumer<ImportLine>> lines) throws IOException {
		Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		// Without this mark spreadsheets assume another encoding.
		writer.write('\uFEFF');
		CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(this.layout.delimiter()).get();
		CSVPrinter csv = new CSVPrinter(writer, format);
		csv.printRecord(header());
		lines.accept((line) -> print(csv, line));
		csv.flush();
	}

	private List<String> header() {
		List<String> header = new ArrayList<>(List.of("line"));
		header.addAll(this.layout.headers());
		header.add("reason");
		return header;
	}

	private void print(CSVPrinter csv, ImportLine line) {
		try {
			csv.print(line.line());
			for (ImportColumn column : this.layout.columns()) {
				String value = value(line, column);
				csv.print((value != null) ? SpreadsheetText.guard(value) : "");
			}
			csv.print((line.reason() != null)
					? SpreadsheetText.guard(this.messages.get("imports.reason." + line.reason(), line.argument()))
					: "");
			csv.println();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static @Nullable String value(ImportLine line, ImportColumn column) {
		return switch (column) {
			case LOGIN -> line.login();
			case EMAIL -> line.email();
			case EXTERNAL_ID -> line.externalId();
		};
	}

}
