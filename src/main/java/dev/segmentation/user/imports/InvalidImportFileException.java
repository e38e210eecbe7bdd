package dev.segmentation.user.imports;

import dev.segmentation.shared.refusal.InvalidInputException;

/**
 * A file that is not a list of users. The message is {@code imports.file.<problem>}.
 */
public class InvalidImportFileException extends InvalidInputException {

	private final Problem problem;

	/**
	 * Refuses a file.
	 * @param arguments the arguments of the message: a line, a limit or the names of
	 * columns
	 */
	InvalidImportFileException(Problem problem, Object... arguments) {
		super("imports.file." + problem, "invalid file: " + problem, arguments);
		this.problem = problem;
	}

	public Problem problem() {
		return this.problem;
	}

	/**
	 * A problem of a file.
	 */
	public enum Problem {

		EMPTY, NO_ROWS, NOT_UTF_8, WORKBOOK, NO_COLUMN, COLUMN_TWICE, COLUMN_UNCLEAR, QUOTES, LONG_LINE, TOO_MANY_ROWS

	}

}
