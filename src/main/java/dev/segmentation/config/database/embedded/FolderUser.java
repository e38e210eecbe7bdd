package dev.segmentation.config.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The process that uses a data folder, as its file {@code instance.pid} names it. The
 * start time distinguishes it from a later process with the same id.
 */
final class FolderUser {

	private FolderUser() {
	}

	/** Names this process. The caller holds the lock of the folder. */
	static void write(Path folder) throws IOException {
		ProcessHandle self = ProcessHandle.current();
		Files.write(file(folder), List.of(String.valueOf(self.pid()), start(self)));
	}

	/**
	 * Finds the process, unless it has ended.
	 */
	static Optional<ProcessHandle> find(Path folder) throws IOException {
		if (!Files.exists(file(folder))) {
			return Optional.empty();
		}
		List<String> lines = Files.readAllLines(file(folder));
		if (lines.size() < 2 || !lines.getFirst().matches("\\d{1,18}")) {
			// The file is just being written.
			return Optional.empty();
		}
		return ProcessHandle.of(Long.parseLong(lines.getFirst()))
			.filter((process) -> start(process).equals(lines.get(1)));
	}

	private static String start(ProcessHandle process) {
		return process.info().startInstant().map(Instant::toString).orElse("unknown");
	}

	private static Path file(Path folder) {
		return folder.resolve("instance.pid");
	}

}
