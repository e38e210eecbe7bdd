package dev.segmentation.membership.list;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.segmentation.shared.PlainText;
import dev.segmentation.user.UserField;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file of users, recognized by its first lines.
 *
 * @param delimiter the character between the cells
 * @param names the names of the columns; their numbers when the first line has none
 * @param present whether the first line has them
 * @param user the index of the column that names users
 */
record ListHeader(char delimiter, List<String> names, boolean present, int user) {

	/** A column of exported members. */
	private static final String SINCE = "since (utc yyyy-mm-dd hh:mm:ss)";

	/** Columns of files that this program writes; their values are guarded. */
	private static final List<String> OWN = List.of("outcome", SINCE);

	/**
	 * Recognizes the columns by their names, or by the looks of their cells.
	 * @param lines the first lines, at least one
	 */
	static ListHeader of(List<String> lines) {
		char delimiter = Stream.of(',', ';', '\t')
			.max(Comparator.comparingLong((each) -> worth(split(lines.getFirst(), each))))
			.orElseThrow();
		List<String> first = split(lines.getFirst(), delimiter);
		return ListColumn.userIn(first)
			.map((column) -> new ListHeader(delimiter, first, true, column.indexIn(first)))
			.orElseGet(() -> byLooks(delimiter, lines.stream().map((line) -> split(line, delimiter)).toList()));
	}

	/** Known columns decide; without any the number of cells does. */
	private static long worth(List<String> cells) {
		return 1000 * ListColumn.count(cells) + cells.size();
	}

	private static ListHeader byLooks(char delimiter, List<List<String>> lines) {
		List<String> first = lines.getFirst();
		int user = IntStream.range(0, first.size())
			.boxed()
			.max(Comparator.<Integer>comparingLong((index) -> likely(lines, index))
				.thenComparing(Comparator.reverseOrder()))
			.orElse(0);
		boolean present = first.size() > 1 && !isLikely(first, user) && likely(lines, user) > 0;
		List<String> numbers = IntStream.rangeClosed(1, first.size()).mapToObj(String::valueOf).toList();
		return new ListHeader(delimiter, present ? first : numbers, present, user);
	}

	/** How many cells of a column look like e-mail addresses or ids. */
	private static long likely(List<List<String>> lines, int index) {
		return lines.stream().filter((cells) -> isLikely(cells, index)).count();
	}

	private static boolean isLikely(List<String> cells, int index) {
		return index < cells.size() && cells.get(index).matches("#?[0-9]+|[^@\\s]+@[^@\\s]+");
	}

	/**
	 * The cells of a line; a single one if its quotation marks fit another delimiter.
	 */
	private static List<String> split(String line, char delimiter) {
		try (CSVParser parser = CSVParser.parse(new StringReader(line), format(delimiter))) {
			List<String> cells = new ArrayList<>();
			parser.forEach((record) -> record.forEach((cell) -> cells.add(PlainText.of(cell))));
			return cells;
		}
		catch (IOException | UncheckedIOException ex) {
			return List.of(line);
		}
	}

	static CSVFormat format(char delimiter) {
		return CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
	}

	/** Whether spreadsheets were kept from running its values. */
	boolean isGuarded() {
		return OWN.stream().anyMatch(this::has);
	}

	private boolean has(String column) {
		return this.names.stream().anyMatch(column::equalsIgnoreCase);
	}

	ListLayout layout(@Nullable String fileName) {
		boolean ends = ListColumn.UNTIL.indexIn(this.names) >= 0 || ListColumn.TTL.indexIn(this.names) >= 0;
		ListColumn column = this.present ? ListColumn.userIn(this.names).orElse(ListColumn.ID) : ListColumn.ID;
		return new ListLayout(fileName, this.names, this.user + 1, field(column), ends);
	}

	/** The ids of exported members are those of users. */
	private @Nullable UserField field(ListColumn column) {
		return (column == ListColumn.ID && has(SINCE)) ? UserField.ID : column.field();
	}

}
