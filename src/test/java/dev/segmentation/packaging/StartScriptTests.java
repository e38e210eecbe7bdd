package dev.segmentation.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The script of {@code make run}, with another Maven.
 */
class StartScriptTests {

	private static final String NO_JDK = "Install a JDK 25 and set JAVA_HOME to its folder, then run make run again.\n";

	@TempDir
	Path folder;

	@Test
	void asksForMaven() throws IOException {
		assertThat(run(this.folder.toString())).isEqualTo(new Shell(1, "Maven is not installed. Install Maven 3.8 or "
				+ "newer (on Debian: apt install maven), then run make run again.\n"));
	}

	@Test
	void asksForAJdk() throws IOException {
		addMaven("exit 1");
		assertThat(run(this.folder.toString())).isEqualTo(new Shell(1, "There is no JDK. " + NO_JDK));
	}

	@Test
	void asksForANewerJdk() throws IOException {
		addMaven("echo '[ERROR] toolchains (no-JDK-25-found-on-this-machine) failed' >target/run.log; exit 1");
		Shell start = run(this.folder + ":" + System.getenv("PATH"));
		assertThat(start.exitCode()).isEqualTo(1);
		assertThat(start.output()).endsWith("\nThere is no JDK 25. " + NO_JDK).doesNotContain("ERROR", "toolchains");
	}

	@Test
	void printsTheErrorsOfAFailedBuild() throws IOException {
		addMaven("echo '[ERROR] No such symbol' >target/run.log; exit 1");
		Shell start = run(this.folder + ":" + System.getenv("PATH"));
		assertThat(start.exitCode()).isEqualTo(1);
		assertThat(start.output())
			.endsWith("\nNo such symbol\nThe build failed: target/run.log has the whole output.\n");
	}

	@Test
	void leavesAFailedStartToTheApplication() throws IOException {
		addMaven("""
				echo '[INFO] --- toolchains:select (no-JDK-25-found-on-this-machine) @ application' >target/run.log
				echo '[INFO] --- spring-boot:run (default-cli) @ application' >>target/run.log
				echo '[ERROR] Process terminated with exit code: 1' >>target/run.log
				echo 'Port 8080 is already in use.'; exit 1""");
		Shell start = run(this.folder + ":" + System.getenv("PATH"));
		assertThat(start.exitCode()).isEqualTo(1);
		assertThat(start.output()).contains("\nPort 8080 is already in use.\n").doesNotContain("JDK", "ERROR");
	}

	@Test
	void succeedsWhenTheApplicationWasStopped() throws IOException {
		addMaven("""
				echo '[INFO] --- spring-boot:run (default-cli) @ application' >>target/run.log
				echo '[ERROR] Process terminated with exit code: 143 -> [Help 1]' >>target/run.log; exit 1""");
		assertThat(run(this.folder + ":" + System.getenv("PATH")).exitCode()).isZero();
	}

	@Test
	void saysThatTheBuildOfACommandFailed() throws IOException {
		addMaven("echo '[ERROR] No such symbol' >target/command.log; exit 1");
		assertThat(run("command", this.folder + ":" + System.getenv("PATH"), "stop"))
			.isEqualTo(new Shell(1, "The build failed: target/command.log has the whole output.\n"));
	}

	@Test
	void leavesAFailedCommandToTheApplication() throws IOException {
		addMaven("echo '[ERROR] Process terminated with exit code: 1' >target/command.log; echo \"$6\"; exit 1");
		assertThat(run("command", this.folder + ":" + System.getenv("PATH"), "backup"))
			.isEqualTo(new Shell(1, "-Dspring-boot.run.arguments=backup\n"));
	}

	private void addMaven(String command) throws IOException {
		Path maven = Files.writeString(this.folder.resolve("mvn"), "#!/bin/sh\n" + command + "\n");
		Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	private Shell run(String path) throws IOException {
		return run("start", path, "");
	}

	private Shell run(String script, String path, String argument) throws IOException {
		return Shell.run(this.folder, Map.of("PATH", path), "/bin/sh",
				Path.of(".ci", script).toAbsolutePath().toString(), argument);
	}

}
