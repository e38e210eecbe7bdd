package dev.segmentation.user.imports;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.segmentation.user.imports.InvalidImportFileException.Problem;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The first line of a file, which names its columns.
 *
 * @param delimiter the character between the cells
 * @param cells the names of all columns
 */
record ImportHeader(char delimiter, List<String> cells) {

	/** The columns that a download of rejected lines adds. */
	static final List<String> OF_REJECTED = List.of("line", "reason");

	ImportHeader {
		cells = List.copyOf(cells);
	}

	/**
	 * Reads the header with the delimiter that results in the most known columns.
	 */
	static ImportHeader of(String line) {
		ImportHeader header = Stream.of(',', ';', '\t')
			.map((delimiter) -> split(line, delimiter))
			.max(Comparator.comparingLong((candidate) -> candidate.columns().size()))
			.orElseThrow();
		header.requireColumns();
		return header;
	}

	private static ImportHeader split(String line, char delimiter) {
		try (CSVParser parser = CSVParser.parse(new StringReader(line), format(delimiter))) {
			List<String> cells = new ArrayList<>();
			for (CSVRecord cellsOfLine : parser) {
				cellsOfLine.forEach((cell) -> cells.add(cell.strip()));
			}
			return new ImportHeader(delimiter, cells);
		}
		catch (IOException ex) {
			throw new InvalidImportFileException(Problem.QUOTES, 1);
		}
	}

	static CSVFormat format(char delimiter) {
		return CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
	}

	CSVFormat format() {
		return format(this.delimiter);
	}

	private void requireColumns() {
		List<ImportColumn> columns = columns();
		for (ImportColumn column : List.of(ImportColumn.LOGIN, ImportColumn.EMAIL)) {
			if (!columns.contains(column)) {
				throw new InvalidImportFileException(Problem.NO_COLUMN, column.header());
			}
		}
		columns.stream()
			.filter((column) -> columns.indexOf(column) != columns.lastIndexOf(column))
			.findFirst()
			.ifPresent((column) -> {
				throw new InvalidImportFileException(Problem.COLUMN_TWICE, column.header());
			});
	}

	/**
	 * The columns that are imported, in the order of the file.
	 */
	List<ImportColumn> columns() {
		return this.cells.stream().map(ImportColumn::of).flatMap(Optional::stream).toList();
	}

	/**
	 * The names of those columns in the file.
	 */
	List<String> names() {
		return this.cells.stream().filter((cell) -> ImportColumn.of(cell).isPresent()).toList();
	}

	/**
	 * The names of the other columns, without those that a download of rejected lines
	 * adds.
	 */
	List<String> ignored() {
		return this.cells.stream()
			.filter((cell) -> !cell.isEmpty() && ImportColumn.of(cell).isEmpty())
			.filter((cell) -> !OF_REJECTED.contains(cell.toLowerCase(Locale.ROOT)))
			.toList();
	}

	/**
	 * The index of a column; -1 when the file lacks it.
	 */
	int indexOf(ImportColumn column) {
		for (int index = 0; index < this.cells.size(); index++) {
			if (ImportColumn.of(this.cells.get(index)).filter(column::equals).isPresent()) {
				return index;
			}
		}
		return -1;
	}

	/**
	 * Whether the file is a download of rejected lines, whose values are guarded against
	 * spreadsheets.
	 */
	boolean isOfRejected() {
		return this.cells.stream().map((cell) -> cell.toLowerCase(Locale.ROOT)).toList().containsAll(OF_REJECTED);
	}

}
