package dev.segmentation.command;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What all commands have in common.
 */
class CommandsTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "'', false", "--server.port=9000, false", "-Dx, false", "migrate, true", "--help, true", "-V, true",
			"migrat, true" })
	void areNamedByTheFirstWordOrAGeneralOption(String argument, boolean named) {
		assertThat(argument.isEmpty() ? Commands.isNamedBy() : Commands.isNamedBy(argument)).isEqualTo(named);
	}

	@ParameterizedTest
	@ValueSource(strings = { "--help", "migrate --help", "migrate up --help", "migrate down --help",
			"migrate status --help", "stop --help", "check-config --help", "backup --help", "restore --help",
			"export-to --help", "import-from --help", "reset-admin --help" })
	void explainThemselves(String arguments) {
		CommandRun help = CommandRun.of(arguments.split(" "));
		assertThat(help.exitCode()).isZero();
		assertThat(help.err()).isEmpty();
		assertThat(help.out()).startsWith("Usage: java -jar dynamic-user-segmentation.jar " + name(arguments))
			.contains("Exit codes:", "  2   The command, its options or its values are invalid.",
					"SPRING_DATASOURCE_URL");
	}

	@Test
	void nameTheScriptThatStartedTheProgram() {
		System.setProperty(Commands.PROGRAM_PROPERTY, "segmentation");
		try {
			assertThat(CommandRun.of("backup", "--help").out()).startsWith("Usage: segmentation backup ");
			assertThat(CommandRun.of("backup").err()).endsWith(" See segmentation backup --help.");
		}
		finally {
			System.clearProperty(Commands.PROGRAM_PROPERTY);
		}
	}

	private static String name(String arguments) {
		return arguments.replaceFirst(" ?--help", "");
	}

	@Test
	void sayTheVersion() {
		CommandRun version = CommandRun.of("--version");
		assertThat(version.exitCode()).isZero();
		assertThat(version.out()).startsWith("Dynamic User Segmentation ");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					migrat                   | Unmatched argument at index 0: 'migrat'. See java -jar dynamic-user-segmentation.jar --help.
					migrate                  | Missing required subcommand. See java -jar dynamic-user-segmentation.jar migrate --help.
					migrate sideways         | Unmatched argument at index 1: 'sideways'. See java -jar dynamic-user-segmentation.jar migrate --help.
					migrate up --steps       | Unknown option: '--steps'. See java -jar dynamic-user-segmentation.jar migrate up --help.
					migrate down --steps=0   | --steps must be at least 1, not 0. See java -jar dynamic-user-segmentation.jar migrate down --help.
					backup                   | Missing required option: '--to=DIR'. See java -jar dynamic-user-segmentation.jar backup --help.
					backup --to=             | Invalid value for option '--to': the name of the folder is missing. See java -jar dynamic-user-segmentation.jar backup --help.
					backup --to --from       | Unknown option: '--from'; Expected parameter for option '--to' but found '--from'. See java -jar dynamic-user-segmentation.jar backup --help.
					restore                  | Missing required option: '--from=DIR'. See java -jar dynamic-user-segmentation.jar restore --help.
					export-to host --user=a  | The address must be jdbc:postgresql://host/database. See java -jar dynamic-user-segmentation.jar export-to --help.
					export-to jdbc:postgresql://a/b?password=c --user=a | The address must have no user and no password: set --user and SEGMENTATION_EXPORT_PASSWORD. See java -jar dynamic-user-segmentation.jar export-to --help.
					reset-admin --url=a.example.com | --url must be the address of the application, such as https://segments.example.com, not a.example.com. See java -jar dynamic-user-segmentation.jar reset-admin --help.
					migrate down --steps=all | Invalid value for option '--steps': 'all' is not an int. See java -jar dynamic-user-segmentation.jar migrate down --help.
					""")
	void refuseWrongUsageInOneLine(String arguments, String sentence) {
		CommandRun refused = CommandRun.of(arguments.split(" "));
		assertThat(refused.err()).isEqualTo(sentence);
		assertThat(refused.exitCode()).isEqualTo(2);
		assertThat(refused.out()).isEmpty();
	}

	@Test
	void explainAFailureAsAFailedStartDoes() {
		TestDatabase database = TestDatabases.createEmpty();
		CommandRun failed = CommandRun.on(new TestDatabase(database.url(), database.user(), "wrong"), "migrate",
				"status");
		assertThat(failed.err()).isEqualTo("""
				The database %s rejects the user. Correct SPRING_DATASOURCE_USERNAME and \
				SPRING_DATASOURCE_PASSWORD.""".formatted(database.url()));
		assertThat(failed.exitCode()).isOne();
		assertThat(failed.out()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "migrate status", "migrate down", "backup --to=target/never" })
	void createNoDatabaseInAWrongFolder(String arguments) {
		Path missing = this.folder.resolve("missing");
		CommandRun failed = CommandRun.of((arguments + " --segmentation.data-dir=" + missing).split(" "));
		assertThat(failed.err()).isEqualTo("""
				There is no database in the data folder %s: correct SEGMENTATION_DATA_DIR, or start the program once."""
			.formatted(missing));
		assertThat(failed.exitCode()).isOne();
		assertThat(Files.exists(missing)).isFalse();
	}

}
