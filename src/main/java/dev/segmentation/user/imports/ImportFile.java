package dev.segmentation.user.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.SpreadsheetText;
import dev.segmentation.shared.csv.BoundedReader;
import dev.segmentation.shared.csv.FileDecoder;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.user.UserText;
import dev.segmentation.user.imports.InvalidImportFileException.Problem;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of users, read line by line.
 */
class ImportFile {

	private static final int LONGEST_HEADER = 8 * 1024;

	/** The last line that may name the columns. */
	private static final int LAST_HEADER = 20;

	private final RowRules rules;

	private final BoundedReader lines;

	private final BufferedReader reader;

	private final ImportHeader header;

	private final boolean guarded;

	private final int externalId;

	private final int login;

	private final int email;

	/**
	 * Reads the header.
	 * @throws InvalidImportFileException when it is missing or lacks a required column
	 */
	ImportFile(InputStream content, RowRules rules) throws IOException {
		this.rules = rules;
		this.lines = new BoundedReader(decode(content));
		this.reader = new BufferedReader(this.lines);
		this.header = readHeader();
		this.guarded = this.header.isOfRejected();
		this.externalId = this.header.indexOf(ImportColumn.EXTERNAL_ID);
		this.login = this.header.indexOf(ImportColumn.LOGIN);
		this.email = this.header.indexOf(ImportColumn.EMAIL);
	}

	private static Reader decode(InputStream content) throws IOException {
		try {
			return FileDecoder.read(content);
		}
		catch (InvalidInputException ex) {
			throw new InvalidImportFileException(Problem.WORKBOOK);
		}
	}

	ImportHeader header() {
		return this.header;
	}

	/**
	 * Reads up to the line with the names of the columns. Spreadsheets write titles,
	 * blank lines and the delimiter ("sep=;") before it.
	 */
	private ImportHeader readHeader() throws IOException {
		List<ImportHeader> lines = new ArrayList<>();
		Optional<String> line = readLine(1);
		for (int number = 1; line.isPresent() && number <= LAST_HEADER; line = readLine(++number)) {
			ImportHeader header = ImportHeader.of(line.get(), number);
			if (header.isComplete()) {
				return header.checked();
			}
			lines.add(header);
		}
		return lines.stream()
			.filter((header) -> !header.isBlank())
			.max(Comparator.comparingInt((header) -> header.columns().size()))
			.orElseThrow(() -> new InvalidImportFileException(Problem.EMPTY))
			.checked();
	}

	/**
	 * Reads a line before the rows; empty at the end of the file.
	 */
	private Optional<String> readLine(int number) throws IOException {
		try {
			this.lines.nextLine();
			String line = this.reader.readLine();
			if (line != null && line.length() > LONGEST_HEADER) {
				throw new InvalidImportFileException(Problem.LONG_LINE, number);
			}
			// Without a byte-order mark, UTF-16 looks like UTF-8 with many zeros.
			if (line != null && line.indexOf('\0') >= 0) {
				throw new InvalidImportFileException(Problem.NOT_UTF_8, number);
			}
			return Optional.ofNullable(line).map((text) -> text.replaceFirst("^\uFEFF+", ""));
		}
		catch (CharacterCodingException | BoundedReader.LineTooLongException ex) {
			throw refusal(ex, number);
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
					consumer.accept(row(next, lineOf(parser) - lineBreaksIn(next)));
				}
			}
		}
		catch (UncheckedIOException ex) {
			throw refusal(ex.getCause(), lineOf(parser));
		}
	}

	private long lineOf(CSVParser parser) {
		return this.header.line() + parser.getCurrentLineNumber();
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
		String email = address(cell(cells, this.email));
		boolean tooMany = cells.stream().skip(this.header.cells().size()).anyMatch((cell) -> !isBlank(cell));
		ImportReason reason = tooMany ? ImportReason.CELLS : this.rules.check(externalId, login, email);
		return new ImportRow(line, externalId, login, email, reason);
	}

	private @Nullable String cell(CSVRecord cells, int index) {
		String text = (index >= 0 && index < cells.size()) ? PlainText.of(cells.get(index)) : "";
		String value = UserText.unprotected(this.guarded ? SpreadsheetText.unguard(text) : text);
		return value.isEmpty() ? null : value;
	}

	private static @Nullable String address(@Nullable String email) {
		return (email != null) ? UserText.address(email) : null;
	}

	private static boolean isBlank(CSVRecord cells) {
		return cells.stream().allMatch(ImportFile::isBlank);
	}

	private static boolean isBlank(String cell) {
		return PlainText.of(cell).isEmpty();
	}

	private static long lineBreaksIn(CSVRecord cells) {
		return cells.stream().mapToLong((cell) -> cell.chars().filter((c) -> c == '\n').count()).sum();
	}

}
