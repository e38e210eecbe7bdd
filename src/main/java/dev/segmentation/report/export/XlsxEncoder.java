package dev.segmentation.report.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;

import dev.segmentation.history.csv.CsvColumn;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.shared.csv.CsvStream;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes lines of CSV to a workbook. A full sheet is followed by another one. Texts are
 * in their cells, because a table of all texts would stay in memory.
 */
final class XlsxEncoder implements EncodedInput.Encoder {

	/** The rows that are in memory. */
	private static final int PART_ROWS = 1000;

	private static final String DATE_FORMAT = "yyyy-mm-dd hh:mm:ss";

	/** Excel rounds numbers with more digits. */
	private static final int MAX_DIGITS = 15;

	private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

	/** Much faster than the usual level, and the file is a tenth larger. */
	private static final int COMPRESSION = 2;

	private final CsvStream lines;

	private final List<CsvColumn> columns;

	private final List<String> headers;

	private final int maxRows;

	private final Workbook workbook;

	private Worksheet sheet;

	private int sheets;

	private int row;

	XlsxEncoder(CsvStream lines, CsvLayout layout, OutputStream out) {
		this(lines, layout, out, Worksheet.MAX_ROWS);
	}

	XlsxEncoder(CsvStream lines, CsvLayout layout, OutputStream out, int maxRows) {
		this.lines = lines;
		this.columns = layout.columns();
		this.headers = layout.headers();
		this.maxRows = maxRows;
		this.workbook = new Workbook(out, "Segmentation", null);
		this.workbook.setCompressionLevel(COMPRESSION);
		// The header of the CSV
		lines.nextLine();
		this.sheet = newSheet();
	}

	private Worksheet newSheet() {
		this.sheets++;
		Worksheet next = this.workbook.newWorksheet((this.sheets == 1) ? "history" : "history " + this.sheets);
		next.freezePane(0, 1);
		for (int at = 0; at < this.headers.size(); at++) {
			next.width(at, this.columns.get(at).isNumber() ? 10 : 20);
			next.inlineString(0, at, this.headers.get(at));
			next.style(0, at).bold().set();
		}
		this.row = 1;
		return next;
	}

	@Override
	public boolean encodeNext() throws IOException {
		for (int count = 0; count < PART_ROWS; count++) {
			byte[] line = this.lines.nextLine();
			if (line == null) {
				this.sheet.finish();
				this.workbook.finish();
				return false;
			}
			if (this.row == this.maxRows) {
				this.sheet.finish();
				this.sheet = newSheet();
			}
			write(CsvLine.cells(new String(line, StandardCharsets.UTF_8)));
		}
		this.sheet.flush();
		return true;
	}

	private void write(List<String> cells) {
		for (int at = 0; at < cells.size(); at++) {
			String text = literal(cells.get(at));
			if (!text.isEmpty()) {
				write(at, text, this.columns.get(at));
			}
		}
		this.row++;
	}

	/** Excel reads {@code _x0041_} as an A, unless its first sign is escaped. */
	private static String literal(String text) {
		return text.contains("_x") ? ESCAPE.matcher(text).replaceAll("_x005F_") : text;
	}

	private void write(int at, String text, CsvColumn column) {
		if (column.isDate()) {
			this.sheet.value(this.row, at, LocalDateTime.parse(text.replace(' ', 'T')));
			this.sheet.style(this.row, at).format(DATE_FORMAT).set();
		}
		else if (column.isNumber() && text.length() <= MAX_DIGITS) {
			this.sheet.value(this.row, at, Long.valueOf(text));
		}
		else if (text.strip().length() < text.length()) {
			// Excel keeps blanks at the ends only in rich text.
			this.sheet.inlineString(this.row, at, RichText.builder().run(text).end().build());
		}
		else {
			this.sheet.inlineString(this.row, at, text);
		}
	}

}
