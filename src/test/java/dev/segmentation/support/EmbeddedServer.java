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
		postmaster().kill();
	}

	/**
	 * Returns a client of its database.
	 */
	public TestDatabase database() {
		String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postmaster().port());
		return new TestDatabase(url, "postgres", password());
	}

	/**
	 * Whether a process uses the folder.
	 */
	public boolean isRunning() {
		return ProcessHandle.allProcesses()
			.flatMap((process) -> process.info().arguments().stream())
			.anyMatch((arguments) -> List.of(arguments).contains(this.folder.resolve("cluster").toString()));
	}

	private Postmaster postmaster() {
		return new Postmaster(this.folder.resolve("cluster"));
	}

	private String password() {
		try {
			return Files.readAllLines(this.folder.resolve("password")).getFirst();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
