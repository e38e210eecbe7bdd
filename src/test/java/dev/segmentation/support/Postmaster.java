package dev.segmentation.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The main process of a PostgreSQL server.
 *
 * @param cluster the folder with its data
 */
public record Postmaster(Path cluster) {

	/**
	 * Kills it, like the operating system when memory runs out.
	 */
	public void kill() {
		ProcessHandle process = ProcessHandle.of(Long.parseLong(pidFile().getFirst())).orElseThrow();
		process.destroyForcibly();
		process.onExit().join();
	}

	int port() {
		return Integer.parseInt(pidFile().get(3));
	}

	private List<String> pidFile() {
		try {
			return Files.readAllLines(this.cluster.resolve("postmaster.pid"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
