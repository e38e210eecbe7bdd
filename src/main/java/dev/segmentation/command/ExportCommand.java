package dev.segmentation.command;

import java.io.Console;
import java.util.List;
import java.util.Optional;

import dev.segmentation.config.database.embedded.DatabaseNeed;
import dev.segmentation.config.database.export.Export;
import dev.segmentation.config.database.export.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.springframework.context.ApplicationContext;

/**
 * Moves an installation from the embedded database to a PostgreSQL server.
 */
@Command(name = "export-to",
		description = { "Copies the embedded database to an empty database of a PostgreSQL server.",
				"Stop the instance first. The command asks for the password, or reads the",
				"variable SEGMENTATION_EXPORT_PASSWORD." })
class ExportCommand extends DatabaseCommand {

	private static final String PASSWORD = "SEGMENTATION_EXPORT_PASSWORD";

	@Spec
	private CommandSpec spec;

	private String url = "";

	@Option(names = "--user", paramLabel = "NAME", required = true, description = "The user that owns the database.")
	private String user;

	@Parameters(paramLabel = "URL", description = "For example jdbc:postgresql://host/database.")
	void setUrl(String url) {
		if (!url.startsWith("jdbc:postgresql:")) {
			throw new ParameterException(this.spec.commandLine(),
					"The address must be jdbc:postgresql://host/database");
		}
		if (url.matches(".*([?&]password=|//[^/]*@).*")) {
			throw new ParameterException(this.spec.commandLine(),
					"The address must have no user and no password: set --user and SEGMENTATION_EXPORT_PASSWORD");
		}
		this.url = url;
	}

	@Override
	protected DatabaseNeed need() {
		return DatabaseNeed.STOPPED;
	}

	@Override
	protected List<Class<?>> beans() {
		return List.of(Export.class);
	}

	@Override
	protected void run(ApplicationContext context) throws Exception {
		String password = Optional.ofNullable(System.getenv(PASSWORD)).orElseGet(this::askForPassword);
		context.getBean(Export.class).run(new Target(this.url, this.user, password), progress());
		say("To use the new database, set SPRING_DATASOURCE_URL=%s, SPRING_DATASOURCE_USERNAME=%s and"
				+ " SPRING_DATASOURCE_PASSWORD, then start the program.", this.url, this.user);
	}

	private String askForPassword() {
		Console console = System.console();
		if (console == null || !console.isTerminal()) {
			throw new CommandException("Set %s to the password of %s.".formatted(PASSWORD, this.user));
		}
		return String.valueOf(console.readPassword("Password of %s: ", this.user));
	}

}
