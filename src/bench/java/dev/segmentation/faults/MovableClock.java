package dev.segmentation.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.segmentation.trial.SkippedException;

/**
 * The clock of a process that runs under libfaketime of Debian. Its file can be changed
 * at any time.
 */
record MovableClock(Path library, Path file) {

	/** A process reads the file at most once in this time. */
	private static final int CACHE_SECONDS = 1;

	private static final Path LIBRARIES = Path.of("/usr/lib");

	static MovableClock create(Path folder) throws IOException, SkippedException {
		try (Stream<Path> files = Files.find(LIBRARIES, 3,
				(file, is) -> file.endsWith("faketime/libfaketimeMT.so.1"))) {
			Path library = files.findFirst()
				.orElseThrow(() -> new SkippedException("This machine has no libfaketime."));
			return new MovableClock(library, Files.writeString(folder.resolve("clock"), "+0"));
		}
	}

	/**
	 * The environment of processes that see this clock. Clocks that only measure
	 * durations stay as they are, as when an administrator sets the time.
	 * @param program the only program that sees it; empty for all
	 */
	Map<String, String> environment(String program) {
		Map<String, String> environment = new HashMap<>(
				Map.of("LD_PRELOAD", this.library.toString(), "FAKETIME_TIMESTAMP_FILE", this.file.toString(),
						"FAKETIME_CACHE_DURATION", String.valueOf(CACHE_SECONDS), "FAKETIME_DONT_FAKE_MONOTONIC", "1",
						// The fix is for old versions of glibc. With it, Java's waits
						// with a timeout end at once.
						"FAKETIME_FORCE_MONOTONIC_FIX", "0"));
		if (!program.isEmpty()) {
			environment.put("FAKETIME_ONLY_CMDS", program);
		}
		return environment;
	}

	/** Moves it, and waits until the processes have noticed. */
	void move(String offset) throws IOException, InterruptedException {
		Path next = Files.writeString(this.file.resolveSibling("next-clock"), offset);
		Files.move(next, this.file, StandardCopyOption.REPLACE_EXISTING);
		TimeUnit.SECONDS.sleep(2 * CACHE_SECONDS);
	}

}
