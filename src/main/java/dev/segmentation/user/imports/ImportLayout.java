package dev.segmentation.user.imports;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The layout of an uploaded file.
 *
 * @param delimiter the character between its cells
 * @param columns the columns that are imported, in the order of the file
 * @param headers the headers of those columns in the file
 */
public record ImportLayout(char delimiter, List<ImportColumn> columns, List<String> headers) {

	/**
	 * The columns with a header that is only a synonym. A person has to confirm them.
	 */
	public List<Guess> guesses() {
		return IntStream.range(0, this.columns.size())
			.mapToObj((index) -> new Guess(this.columns.get(index), this.headers.get(index)))
			.filter((guess) -> !guess.column().isNamed(guess.header()))
			.toList();
	}

	/**
	 * A column that was recognized by a synonym.
	 */
	public record Guess(ImportColumn column, String header) {
	}

}
