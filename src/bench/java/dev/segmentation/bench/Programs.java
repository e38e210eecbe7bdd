package dev.segmentation.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs other programs and reads what they say.
 */
final class Programs {

	private Programs() {
	}

	/**
	 * What a program printed.
	 * @throws IOException when it failed; the message holds what it printed
	 */
	static String run(Path folder, Map<String, String> environment, List<String> command)
			throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
		builder.environment().putAll(environment);
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IOException("%s failed: %s".formatted(command.getFirst(), output.strip()));
		}
		return output;
	}

	/**
	 * Ends with a sentence when a program is missing that measuring needs.
	 */
	static void require(Path folder, String... names) throws InterruptedException {
		for (String name : names) {
			try {
				run(folder, Map.of(), List.of("which", name));
			}
			catch (IOException ex) {
				throw new IllegalStateException(
						"%s is missing. On Debian: apt-get install wrk postgresql-client postgresql-contrib"
							.formatted(name),
						ex);
			}
		}
	}

}
