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
 * The first line of a file: which columns there are, in which order.
 *
 * @param delimiter what stands between the cells
 * @param cells what it says
 */
record ImportHeader(char delimiter, List<String> cells) {

	/** A file of rejected lines, which are to be sent again, has these columns too. */
	static final List<String> OF_REJECTED = List.of("line", "reason");

	ImportHeader {
		cells = List.copyOf(cells);
	}

	/**
	 * Reads the header, with whichever delimiter it names the most columns.
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
	 * The columns that are read, in the order of the file.
	 */
	List<ImportColumn> columns() {
		return this.cells.stream().map(ImportColumn::of).flatMap(Optional::stream).toList();
	}

	/**
	 * What those columns are called in the file.
	 */
	List<String> names() {
		return this.cells.stream().filter((cell) -> ImportColumn.of(cell).isPresent()).toList();
	}

	/**
	 * What is not read, apart from what our own files add.
	 */
	List<String> ignored() {
		return this.cells.stream()
			.filter((cell) -> !cell.isEmpty() && ImportColumn.of(cell).isEmpty())
			.filter((cell) -> !OF_REJECTED.contains(cell.toLowerCase(Locale.ROOT)))
			.toList();
	}

	/**
	 * Where a column is; -1 when it is not there.
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
	 * Whether we wrote the file, and so guarded its values against spreadsheets.
	 */
	boolean isOfRejected() {
		return this.cells.stream().map((cell) -> cell.toLowerCase(Locale.ROOT)).toList().containsAll(OF_REJECTED);
	}

}
