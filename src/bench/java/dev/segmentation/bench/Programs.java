package dev.segmentation.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs other programs and reads their output.
 */
final class Programs {

	private Programs() {
	}

	/**
	 * Runs a program and returns its output.
	 * @throws IOException if the program fails; the message contains its output
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
	 * Checks that the programs are installed.
	 * @throws IllegalStateException if one is missing; the message names the Debian
	 * packages
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
