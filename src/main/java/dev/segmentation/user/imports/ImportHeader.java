package dev.segmentation.user.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.segmentation.shared.PlainText;
import dev.segmentation.user.imports.InvalidImportFileException.Problem;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The line of a file that names its columns.
 *
 * @param line the number of the line
 * @param delimiter the character between the cells
 * @param cells the names of all columns
 * @param places the indexes of the cells that name each imported column
 */
record ImportHeader(int line, char delimiter, List<String> cells, Map<ImportColumn, List<Integer>> places) {

	/** The columns that a download of rejected lines adds. */
	static final List<String> OF_REJECTED = List.of("line", "reason");

	private static final List<ImportColumn> REQUIRED = List.of(ImportColumn.LOGIN, ImportColumn.EMAIL);

	ImportHeader {
		cells = List.copyOf(cells);
		places = Map.copyOf(places);
	}

	/**
	 * Reads a line with the delimiter that results in the most known columns.
	 */
	static ImportHeader of(String text, int line) {
		return Stream.of(',', ';', '\t')
			.map((delimiter) -> of(line, delimiter, split(text, delimiter)))
			.max(Comparator.comparingLong((candidate) -> candidate.columns().size()))
			.orElseThrow();
	}

	private static ImportHeader of(int line, char delimiter, List<String> cells) {
		Map<ImportColumn, List<Integer>> places = Arrays.stream(ImportColumn.values())
			.collect(Collectors.toMap(Function.identity(), (column) -> indexes(column, cells)));
		return new ImportHeader(line, delimiter, cells, places);
	}

	/** A synonym counts only in a file that has no column with the name itself. */
	private static List<Integer> indexes(ImportColumn column, List<String> cells) {
		List<Integer> named = indexes(column::isNamed, cells);
		return named.isEmpty() ? indexes(column::isProbably, cells) : named;
	}

	private static List<Integer> indexes(Predicate<String> name, List<String> cells) {
		return IntStream.range(0, cells.size()).filter((index) -> name.test(cells.get(index))).boxed().toList();
	}

	/**
	 * The cells of a line; a single one if its quotation marks fit another delimiter.
	 */
	private static List<String> split(String text, char delimiter) {
		try (CSVParser parser = CSVParser.parse(new StringReader(text), format(delimiter))) {
			List<String> cells = new ArrayList<>();
			for (CSVRecord cellsOfLine : parser) {
				cellsOfLine.forEach((cell) -> cells.add(PlainText.of(cell)));
			}
			return cells;
		}
		catch (IOException | UncheckedIOException ex) {
			return List.of(text);
		}
	}

	static CSVFormat format(char delimiter) {
		return CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
	}

	CSVFormat format() {
		return format(this.delimiter);
	}

	/**
	 * Whether it names a login and an e-mail address, as titles above it do not.
	 */
	boolean isComplete() {
		return columns().containsAll(REQUIRED);
	}

	/**
	 * Whether the line has nothing but blanks and delimiters.
	 */
	boolean isBlank() {
		return this.cells.stream().allMatch(String::isEmpty);
	}

	/**
	 * Returns the same header.
	 * @throws InvalidImportFileException when a required column is missing, or several
	 * columns could be the same
	 */
	ImportHeader checked() {
		for (ImportColumn column : ImportColumn.values()) {
			List<String> names = indexes(column).stream().map(this.cells::get).toList();
			if (names.isEmpty() && REQUIRED.contains(column)) {
				throw new InvalidImportFileException(Problem.NO_COLUMN, column.header());
			}
			if (names.size() > 1 && column.isNamed(names.getFirst())) {
				throw new InvalidImportFileException(Problem.COLUMN_TWICE, column.header());
			}
			if (names.size() > 1) {
				throw new InvalidImportFileException(Problem.COLUMN_UNCLEAR, column.header(), String.join(", ", names));
			}
		}
		return this;
	}

	/**
	 * The columns that are imported, in the order of the file.
	 */
	List<ImportColumn> columns() {
		return IntStream.range(0, this.cells.size()).mapToObj(this::columnAt).flatMap(Optional::stream).toList();
	}

	/**
	 * The names of those columns in the file.
	 */
	List<String> names() {
		return cells((index) -> columnAt(index).isPresent());
	}

	/**
	 * The names of the other columns, without those that a download of rejected lines
	 * adds.
	 */
	List<String> ignored() {
		return cells((index) -> columnAt(index).isEmpty()).stream()
			.filter((cell) -> !cell.isEmpty() && !OF_REJECTED.contains(cell.toLowerCase(Locale.ROOT)))
			.toList();
	}

	private List<String> cells(Predicate<Integer> wanted) {
		return IntStream.range(0, this.cells.size()).boxed().filter(wanted).map(this.cells::get).toList();
	}

	private Optional<ImportColumn> columnAt(int index) {
		return Stream.of(ImportColumn.values()).filter((column) -> indexes(column).contains(index)).findFirst();
	}

	/**
	 * The index of a column; -1 when the file lacks it.
	 */
	int indexOf(ImportColumn column) {
		return indexes(column).stream().findFirst().orElse(-1);
	}

	private List<Integer> indexes(ImportColumn column) {
		return this.places.getOrDefault(column, List.of());
	}

	/**
	 * Whether the file is a download of rejected lines, whose values are guarded against
	 * spreadsheets.
	 */
	boolean isOfRejected() {
		return this.cells.stream().map((cell) -> cell.toLowerCase(Locale.ROOT)).toList().containsAll(OF_REJECTED);
	}

}
