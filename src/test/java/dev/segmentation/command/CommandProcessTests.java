package dev.segmentation.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.EmbeddedServer;
import dev.segmentation.support.PreparedFolder;
import dev.segmentation.support.ProcessTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands as a user types them, beside a running instance and after it.
 */
@ProcessTest
class CommandProcessTests {

	@TempDir
	Path folder;

	private EmbeddedServer server;

	@BeforeEach
	void prepareFolder() {
		this.server = new EmbeddedServer(this.folder.resolve("data", "postgres"));
		PreparedFolder.copyTo(this.server.folder());
	}

	@Test
	void useARunningInstanceStopItAndUseItsDatabase() throws Exception {
		try (ApplicationProcess instance = ApplicationProcess.start(this.folder, Map.of()).awaitReady()) {
			assertThat(status()).endsWith(" applied, 0 pending, 0 unknown to this program\n");
			refuseToRollBack();
			stop(instance);
		}
		assertThat(onFolder("stop").out())
			.isEqualTo("No instance is running on the data folder %s.\n".formatted(this.server.folder()));
		String before = status();
		String applied = before.replaceFirst("(?s).*\\n(\\d+) applied.*", "$1").strip();
		assertThat(answer("no", "migrate", "down", "--steps=" + applied))
			.contains("This deletes data of the tables accounts, ", "Type yes to continue: ", "Nothing was changed.");
		assertThat(status()).isEqualTo(before);
		assertThat(this.server.isRunning()).isFalse();
	}

	private void refuseToRollBack() {
		CommandRun refused = onFolder("migrate", "down");
		assertThat(refused.err()).isEqualTo("""
				Another instance is already running on the data folder %s: stop it, or choose another folder with \
				SEGMENTATION_DATA_DIR.""".formatted(this.server.folder()));
		assertThat(refused.exitCode()).isOne();
		assertThat(this.server.isRunning()).isTrue();
	}

	private void stop(ApplicationProcess instance) {
		ApplicationProcess stop = ApplicationProcess.startShort(this.folder, Map.of(), "stop");
		assertThat(stop.awaitExit()).as(stop.output()).isZero();
		assertThat(stop.output()).isEqualTo("The instance on the data folder %s has stopped (process %d).\n"
			.formatted(this.server.folder(), instance.pid()));
		assertThat(ProcessHandle.of(instance.pid())).isEmpty();
		assertThat(this.server.isRunning()).isFalse();
	}

	private String status() {
		return onFolder("migrate", "status").out();
	}

	private CommandRun onFolder(String... arguments) {
		return CommandRun
			.of(Stream.concat(Stream.of(arguments), Stream.of("--segmentation.data-dir=" + this.server.folder()))
				.toArray(String[]::new));
	}

	/** Runs a command on a terminal. */
	private String answer(String answer, String... arguments) throws Exception {
		String command = ApplicationProcess.command(arguments)
			.stream()
			.map((word) -> "'%s'".formatted(word))
			.collect(Collectors.joining(" "));
		Path input = Files.writeString(this.folder.resolve("input"), answer + "\n");
		Path output = this.folder.resolve("terminal");
		new ProcessBuilder(List.of("script", "-qec", command, "/dev/null")).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectInput(input.toFile())
			.redirectOutput(output.toFile())
			.start()
			.waitFor();
		return Files.readString(output);
	}

}
