package dev.segmentation.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.springframework.util.FileSystemUtils;

/**
 * Plays scenarios and writes {@code target/NAME/report.md}.
 *
 * @param name the name of the suite
 * @param scenarios in the order of the report
 */
public record Suite(String name, List<Scenario> scenarios) {

	/**
	 * Plays the scenarios. A failed one does not stop the others.
	 * @param arguments the names of scenarios, separated by commas; none means all
	 * @return the exit code: 0 if none failed
	 */
	public int run(String... arguments) throws IOException {
		List<String> wanted = Arrays.stream(arguments)
			.flatMap((argument) -> Arrays.stream(argument.split(",")))
			.filter((each) -> !each.isBlank())
			.toList();
		List<Outcome> outcomes = new ArrayList<>();
		for (Scenario scenario : select(wanted)) {
			Outcome outcome = play(scenario);
			System.out.println(outcome.markdown());
			outcomes.add(outcome);
		}
		report(outcomes);
		return outcomes.stream().anyMatch((outcome) -> outcome.end() == Outcome.End.FAILED) ? 1 : 0;
	}

	private List<Scenario> select(List<String> wanted) {
		List<String> known = this.scenarios.stream().map(Scenario::name).toList();
		if (!known.containsAll(wanted)) {
			throw new IllegalArgumentException("SCENARIO is %s. Known are %s.".formatted(wanted, known));
		}
		return this.scenarios.stream()
			.filter((scenario) -> wanted.isEmpty() || wanted.contains(scenario.name()))
			.toList();
	}

	private static Outcome play(Scenario scenario) throws IOException {
		Path folder = Files.createTempDirectory(scenario.name());
		long start = System.nanoTime();
		try {
			String figures = scenario.run(folder);
			int left = Leftovers.end(folder);
			return (left == 0) ? Outcome.passed(scenario, start, figures)
					: Outcome.failed(scenario, start, new AssertionError(left + " processes left running; " + figures));
		}
		catch (SkippedException ex) {
			return Outcome.skipped(scenario, start, ex);
		}
		catch (Exception | AssertionError ex) {
			return Outcome.failed(scenario, start, ex);
		}
		finally {
			Leftovers.end(folder);
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	private void report(List<Outcome> outcomes) throws IOException {
		List<String> lines = new ArrayList<>(
				List.of("| scenario | result | seconds | figures |", "| --- | --- | --- | --- |"));
		outcomes.forEach((outcome) -> lines.add(outcome.markdown()));
		for (Outcome.End end : Outcome.End.values()) {
			lines.add("%n%d %s".formatted(outcomes.stream().filter((each) -> each.end() == end).count(), end.text()));
		}
		Path file = Path.of("target", this.name, "report.md");
		Files.createDirectories(file.getParent());
		Files.write(file, lines);
		System.out.println("The report is in " + file);
	}

}
