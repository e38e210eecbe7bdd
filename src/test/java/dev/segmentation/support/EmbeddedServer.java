package dev.segmentation.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The PostgreSQL server that an application process started.
 *
 * @param folder the application's data folder
 */
public record EmbeddedServer(Path folder) {

	/**
	 * Kills the server, like the operating system when memory runs out.
	 */
	public void kill() {
		ProcessHandle process = ProcessHandle.of(Long.parseLong(pidFile().getFirst())).orElseThrow();
		process.destroyForcibly();
		process.onExit().join();
	}

	/**
	 * Returns a client of its database.
	 */
	public TestDatabase database() {
		String url = "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(pidFile().get(3));
		return new TestDatabase(url, "postgres", read(this.folder.resolve("password")).getFirst());
	}

	/**
	 * Whether a process uses the folder.
	 */
	public boolean isRunning() {
		return ProcessHandle.allProcesses()
			.flatMap((process) -> process.info().arguments().stream())
			.anyMatch((arguments) -> List.of(arguments).contains(this.folder.resolve("cluster").toString()));
	}

	private List<String> pidFile() {
		return read(this.folder.resolve("cluster").resolve("postmaster.pid"));
	}

	private static List<String> read(Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
