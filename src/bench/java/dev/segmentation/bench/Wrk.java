package dev.segmentation.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Loads the application with wrk.
 */
final class Wrk {

	private static final Pattern RATE = Pattern.compile("Requests/sec:\\s*([\\d.]+)");

	private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

	private static final Pattern BROKEN = Pattern
		.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

	private Wrk() {
	}

	/**
	 * Runs a script.
	 * @param threads one per connection keeps the requests of a script in order
	 */
	static Load run(Path folder, Api api, Path script, int connections, int threads, int seconds,
			List<String> arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("wrk", "--latency", "-c", String.valueOf(connections), "-t",
				String.valueOf(threads), "-d", seconds + "s", "--timeout", "10s", "-s", script.toString(), "-H",
				"Authorization: Bearer " + api.token(), api.url(), "--"));
		command.addAll(arguments);
		String output = Programs.run(folder, Map.of(), command);
		return new Load(Double.parseDouble(find(RATE, output)), latency("50%", output), latency("99%", output),
				errors(output));
	}

	private static double latency(String percentile, String output) {
		Matcher line = Pattern.compile(percentile + "\\s+([\\d.]+)(us|ms|s|m)").matcher(output);
		if (!line.find()) {
			throw new IllegalStateException("The output of wrk contains no latency:  " + output);
		}
		double factor = switch (line.group(2)) {
			case "us" -> 0.001;
			case "ms" -> 1;
			case "s" -> 1000;
			default -> 60_000;
		};
		return Double.parseDouble(line.group(1)) * factor;
	}

	private static long errors(String output) {
		long errors = 0;
		Matcher refused = REFUSED.matcher(output);
		if (refused.find()) {
			errors += Long.parseLong(refused.group(1));
		}
		Matcher broken = BROKEN.matcher(output);
		if (broken.find()) {
			for (int kind = 1; kind <= broken.groupCount(); kind++) {
				errors += Long.parseLong(broken.group(kind));
			}
		}
		return errors;
	}

	private static String find(Pattern pattern, String output) {
		Matcher matcher = pattern.matcher(output);
		if (!matcher.find()) {
			throw new IllegalStateException("The output of wrk contains no rate:  " + output);
		}
		return matcher.group(1);
	}

}
