package dev.segmentation.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

import dev.segmentation.support.TestDatabase;

/**
 * A command that ran in this process.
 *
 * @param out its standard output
 * @param err its standard error
 */
record CommandRun(int exitCode, String out, String err) {

	static CommandRun of(String... arguments) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		int exitCode = Commands.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
		return new CommandRun(exitCode, out.toString(), err.toString().strip());
	}

	/**
	 * Runs a command with a database of the tests.
	 */
	static CommandRun on(TestDatabase database, String... arguments) {
		Stream<String> settings = Stream.of("--spring.datasource.url=" + database.url(),
				"--spring.datasource.username=" + database.user(),
				"--spring.datasource.password=" + database.password());
		return of(Stream.concat(Stream.of(arguments), settings).toArray(String[]::new));
	}

}
