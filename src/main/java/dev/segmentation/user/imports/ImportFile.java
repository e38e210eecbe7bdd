package dev.segmentation.user.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.Consumer;

import dev.segmentation.shared.SpreadsheetText;
import dev.segmentation.user.imports.InvalidImportFileException.Problem;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of users, read line by line.
 */
class ImportFile {

	private static final int LONGEST_HEADER = 8 * 1024;

	private final RowRules rules;

	private final BoundedReader lines;

	private final BufferedReader reader;

	private final ImportHeader header;

	private final int externalId;

	private final int login;

	private final int email;

	/**
	 * Reads the header.
	 * @throws InvalidImportFileException when it is missing or lacks a required column
	 */
	ImportFile(InputStream content, RowRules rules) throws IOException {
		this.rules = rules;
		this.lines = new BoundedReader(new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()));
		this.reader = new BufferedReader(this.lines);
		this.header = ImportHeader.of(firstLine());
		this.externalId = this.header.indexOf(ImportColumn.EXTERNAL_ID);
		this.login = this.header.indexOf(ImportColumn.LOGIN);
		this.email = this.header.indexOf(ImportColumn.EMAIL);
	}

	ImportHeader header() {
		return this.header;
	}

	private String firstLine() throws IOException {
		try {
			skipByteOrderMark();
			String line = this.reader.readLine();
			if (line == null || line.isBlank()) {
				throw new InvalidImportFileException(Problem.EMPTY);
			}
			if (line.length() > LONGEST_HEADER) {
				throw new InvalidImportFileException(Problem.LONG_LINE, 1);
			}
			return line;
		}
		catch (CharacterCodingException ex) {
			throw new InvalidImportFileException(Problem.NOT_UTF_8, 1);
		}
		catch (BoundedReader.LineTooLongException ex) {
			throw new InvalidImportFileException(Problem.LONG_LINE, 1);
		}
	}

	private void skipByteOrderMark() throws IOException {
		this.reader.mark(1);
		if (this.reader.read() != '\uFEFF') {
			this.reader.reset();
		}
	}

	/**
	 * Passes the rows to the consumer one by one.
	 * @throws InvalidImportFileException when the file cannot be read to its end
	 */
	void forEach(Consumer<ImportRow> consumer) throws IOException {
		try (CSVParser parser = CSVParser.parse(this.reader, this.header.format())) {
			read(parser, consumer);
		}
	}

	private void read(CSVParser parser, Consumer<ImportRow> consumer) {
		Iterator<CSVRecord> cells = parser.iterator();
		try {
			while (cells.hasNext()) {
				this.lines.nextLine();
				CSVRecord next = cells.next();
				if (!isBlank(next)) {
					consumer.accept(row(next, parser.getCurrentLineNumber() + 1 - lineBreaksIn(next)));
				}
			}
		}
		catch (UncheckedIOException ex) {
			throw refusal(ex.getCause(), parser.getCurrentLineNumber() + 1);
		}
	}

	private static InvalidImportFileException refusal(@Nullable IOException ex, long line) {
		return switch (ex) {
			case CharacterCodingException broken -> new InvalidImportFileException(Problem.NOT_UTF_8, line);
			case BoundedReader.LineTooLongException broken -> new InvalidImportFileException(Problem.LONG_LINE, line);
			case null, default -> new InvalidImportFileException(Problem.QUOTES, line);
		};
	}

	private ImportRow row(CSVRecord cells, long line) {
		String externalId = cell(cells, this.externalId);
		String login = cell(cells, this.login);
		String email = cell(cells, this.email);
		boolean tooMany = cells.stream().skip(this.header.cells().size()).anyMatch((cell) -> !cell.isBlank());
		ImportReason reason = tooMany ? ImportReason.CELLS : this.rules.check(externalId, login, email);
		return new ImportRow(line, externalId, login, email, reason);
	}

	private @Nullable String cell(CSVRecord cells, int index) {
		if (index < 0 || index >= cells.size()) {
			return null;
		}
		String value = cells.get(index).strip();
		if (value.isEmpty()) {
			return null;
		}
		return this.header.isOfRejected() ? SpreadsheetText.unguard(value) : value;
	}

	private static boolean isBlank(CSVRecord cells) {
		return cells.stream().allMatch(String::isBlank);
	}

	private static long lineBreaksIn(CSVRecord cells) {
		return cells.stream().mapToLong((cell) -> cell.chars().filter((c) -> c == '\n').count()).sum();
	}

}
