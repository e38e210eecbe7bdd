package dev.segmentation.report.drive;

import java.io.IOException;

import dev.segmentation.report.drive.DriveException.Problem;

import org.springframework.core.NestedExceptionUtils;

/**
 * Says what a failure means.
 */
final class Failures {

	private static final int LONGEST = 500;

	private Failures() {
	}

	/**
	 * Explains why something was not done.
	 * @param act what was to be done, as in "to save a file"
	 */
	static DriveException explain(String act, IOException failure) {
		return explain(problem(failure), act, failure);
	}

	static DriveException explain(Problem problem, String act, IOException failure) {
		return new DriveException(problem, "Google Drive did not %s: %s".formatted(act, words(failure)), failure);
	}

	/** In one line, and not the whole page of a proxy. */
	private static String words(IOException failure) {
		GoogleAnswer answer = GoogleAnswer.in(failure);
		String words = answer.isMissing() ? NestedExceptionUtils.getMostSpecificCause(failure).toString()
				: "%d %s %s".formatted(answer.status(), answer.reason(), answer.text());
		String line = words.replaceAll("\\s+", " ").strip();
		return ((failure instanceof TokenException) ? "no access token, " : "")
				+ line.substring(0, Math.min(line.length(), LONGEST));
	}

	private static Problem problem(IOException failure) {
		GoogleAnswer answer = GoogleAnswer.in(failure);
		if (answer.isMissing() || answer.isBusy()) {
			return Problem.UNREACHABLE;
		}
		if (failure instanceof TokenException) {
			return isAboutKey(answer.status()) ? Problem.KEY_REFUSED : Problem.REFUSED;
		}
		if (failure instanceof BeginAgainException) {
			return Problem.REFUSED;
		}
		return problem(answer);
	}

	private static boolean isAboutKey(int status) {
		return status == 400 || status == 401 || status == 403;
	}

	private static Problem problem(GoogleAnswer answer) {
		if (answer.isLimit()) {
			return Problem.QUOTA;
		}
		return switch (answer.status()) {
			case 401 -> Problem.KEY_REFUSED;
			case 403 -> Problem.NOT_PERMITTED;
			case 404 -> Problem.FOLDER_MISSING;
			default -> Problem.REFUSED;
		};
	}

}
