package dev.segmentation.config.startup;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Prints in one line why the application did not start and what to do. The line goes to
 * standard error without the format of the log. Unexpected failures are logged with their
 * stack trace instead.
 */
class StartFailureReporter implements FailureAnalysisReporter {

	@Override
	public void report(FailureAnalysis analysis) {
		System.err.println(Stream.of(analysis.getDescription(), analysis.getAction())
			.filter(Objects::nonNull)
			.flatMap((text) -> Arrays.stream(text.split("\\s+")))
			.filter((word) -> !word.isEmpty())
			.collect(Collectors.joining(" ")));
	}

}
