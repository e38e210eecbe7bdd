package dev.segmentation.user.imports;

import dev.segmentation.shared.InvalidInputException;

/**
 * A file that cannot be read as a list of users, for a reason that names the message
 * {@code imports.file.<problem>}.
 */
public class InvalidImportFileException extends InvalidInputException {

	private final Problem problem;

	private final String argument;

	InvalidImportFileException(Problem problem) {
		this(problem, "");
	}

	InvalidImportFileException(Problem problem, Object argument) {
		super("import.invalid", "invalid file: " + problem + " " + argument);
		this.problem = problem;
		this.argument = argument.toString();
	}

	public Problem problem() {
		return this.problem;
	}

	/**
	 * What the message speaks of, as a line or a column.
	 */
	public String argument() {
		return this.argument;
	}

	/**
	 * What is wrong with a file.
	 */
	public enum Problem {

		EMPTY, NO_ROWS, NOT_UTF_8, NO_COLUMN, COLUMN_TWICE, QUOTES, LONG_LINE, TOO_MANY_ROWS

	}

}
