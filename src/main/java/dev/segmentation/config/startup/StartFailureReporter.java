package dev.segmentation.config.startup;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Says in one line why the application did not start and what to do about it; printed
 * bare, as a program does to whoever started it, and not logged. Failures that nobody
 * foresaw never come here; they are logged whole.
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
