package dev.segmentation.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import dev.segmentation.config.database.CommandDatabase;
import dev.segmentation.config.database.DatabaseWorkException;
import dev.segmentation.config.database.FileReason;
import dev.segmentation.config.database.Progress;
import dev.segmentation.config.database.embedded.DatabaseNeed;
import dev.segmentation.config.startup.failure.FailureSentence;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A command that uses the database. It runs in a Spring context without a web server that
 * contains {@link CommandDatabase} and the beans of the command. They start when they are
 * first used, and end with the command.
 */
abstract class DatabaseCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	/**
	 * Does the work.
	 * @param context the beans
	 * @throws CommandException if it cannot; its message is printed. Other exceptions are
	 * explained as those of a failed start.
	 */
	protected abstract void run(ApplicationContext context) throws Exception;

	/** What the command needs of the database in the data folder. */
	protected DatabaseNeed need() {
		return DatabaseNeed.EXISTING;
	}

	/** The beans of the command besides the database: classes of components. */
	protected List<Class<?>> beans() {
		return List.of();
	}

	@Override
	public final Integer call() throws Exception {
		ConfigurableApplicationContext context;
		try {
			context = start();
		}
		catch (RuntimeException ex) {
			// Spring Boot has explained it.
			return ExitCode.SOFTWARE;
		}
		try (context) {
			explainFailures(context);
		}
		return ExitCode.OK;
	}

	private ConfigurableApplicationContext start() {
		Class<?>[] sources = Stream.concat(Stream.of(CommandDatabase.class), beans().stream()).toArray(Class[]::new);
		return new SpringApplicationBuilder(sources).web(WebApplicationType.NONE)
			.lazyInitialization(true)
			.properties("spring.datasource.hikari.minimum-idle=0")
			.initializers((context) -> context.getBeanFactory().registerSingleton("databaseNeed", need()))
			.run(((Commands) this.spec.root().userObject()).settings());
	}

	private void explainFailures(ConfigurableApplicationContext context) throws Exception {
		try {
			run(context);
		}
		catch (CommandException ex) {
			throw ex;
		}
		catch (DatabaseWorkException ex) {
			throw new CommandException("" + ex.getMessage(), ex);
		}
		catch (IOException ex) {
			throw new CommandException(
					"The command failed (%s). Correct the cause, then try again.".formatted(FileReason.of(ex)), ex);
		}
		catch (Exception ex) {
			String sentence = FailureSentence.of(ex, context).orElseThrow(() -> ex);
			throw new CommandException(sentence, ex);
		}
	}

	/** Prints a line. */
	protected final void say(String line, Object... arguments) {
		this.spec.commandLine().getOut().println(line.formatted(arguments));
	}

	/** Prints the progress of long work. */
	protected final Progress progress() {
		return new Progress(this.spec.commandLine().getOut()::println);
	}

	/** A path of an option, which is relative to the current folder. */
	protected static Path absolute(Path path) {
		return path.toAbsolutePath().normalize();
	}

	/**
	 * Asks before data is lost.
	 * @param warning a sentence
	 * @param yes whether the user has agreed already, with an option
	 * @throws CommandException if the user does not agree or cannot be asked
	 */
	protected final void confirm(String warning, boolean yes) {
		if (yes) {
			return;
		}
		Console console = System.console();
		if (console == null || !console.isTerminal()) {
			throw new CommandException(warning + " Repeat the command with --yes if you agree.");
		}
		if (!"yes".equalsIgnoreCase(console.readLine("%s Type yes to continue: ", warning))) {
			throw new CommandException("Nothing was changed.");
		}
	}

}
