package dev.segmentation.config.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.segmentation.support.Api;
import dev.segmentation.support.ApplicationProcess;

import org.springframework.util.FileSystemUtils;

/**
 * Upgrades from an older program while both versions write. It fails if an acknowledged
 * change is missing, or if memberships, history and sizes differ. {@code make
 * check-upgrade} runs it.
 */
final class UpgradeTrial {

	private static final String PASSWORD = "correct horse";

	private static final int WRITES = 200;

	private final Path folder;

	private final Path oldJar;

	private final ForeignServer server;

	private final List<Writers> writers = new ArrayList<>();

	private UpgradeTrial(Path folder, Path oldJar) {
		this.folder = folder;
		this.oldJar = oldJar;
		this.server = ForeignServer.create(folder);
	}

	/**
	 * Runs the trial.
	 * @param arguments the jar of the older program
	 */
	public static void main(String[] arguments) throws IOException {
		Path folder = Files.createTempDirectory("upgrade-trial");
		try {
			new UpgradeTrial(folder, Path.of(arguments[0]).toAbsolutePath()).run();
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
		System.exit(0);
	}

	private void run() {
		try (this.server; ApplicationProcess oldProgram = startOld()) {
			Writers oldWriters = write(oldProgram);
			step("The old program has written");
			try (ApplicationProcess newProgram = ApplicationProcess.start(this.folder, environment()).awaitReady()) {
				Writers newWriters = write(newProgram);
				oldWriters.awaitAcknowledged(WRITES);
				step("The new program has migrated, and both have written");
				oldWriters.stop();
				oldProgram.terminate();
				oldProgram.awaitExit();
				restartOld();
				step("The old program has started again, and has written");
				newWriters.awaitAcknowledged(WRITES);
				newWriters.stop();
			}
			verify();
		}
	}

	/** As after a crash in the middle of a rolling upgrade. */
	private void restartOld() {
		try (ApplicationProcess oldProgram = startOld()) {
			write(oldProgram).stop();
		}
	}

	private ApplicationProcess startOld() {
		return ApplicationProcess.startJar(this.folder, environment(), this.oldJar).awaitReady();
	}

	private Map<String, String> environment() {
		Map<String, String> environment = ForeignServer.environment(this.server.database());
		environment.put("SEGMENTATION_ADMIN_PASSWORD", PASSWORD);
		return environment;
	}

	private Writers write(ApplicationProcess program) {
		Api api = program.api().as("admin", PASSWORD);
		Writers started = Writers.start(api, this.server.database());
		this.writers.add(started);
		started.awaitAcknowledged(WRITES);
		return started;
	}

	private void verify() {
		this.writers.forEach((each) -> each.verify(this.server.database()));
		List<String> sizes = this.server.database().sizeMismatches();
		if (!sizes.isEmpty()) {
			throw new AssertionError(sizes);
		}
		step("Every acknowledged change is there, and memberships, history and sizes agree");
	}

	private static void step(String text) {
		System.out.println(text);
	}

}
