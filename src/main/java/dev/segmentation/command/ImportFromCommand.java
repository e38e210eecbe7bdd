package dev.segmentation.command;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

import dev.segmentation.config.database.embedded.DatabaseNeed;
import dev.segmentation.config.database.migration.Migrations;
import dev.segmentation.reference.ImportOptions;
import dev.segmentation.reference.ReferenceImport;
import dev.segmentation.reference.ReferenceImportException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.springframework.context.ApplicationContext;

/**
 * Carries the database of the reference service over.
 */
@Command(name = "import-from",
		description = { "Carries the database of the Go service over into a new database of this program.",
				"Without --apply, only checks it: prints the numbers and each row that cannot stay as it is.",
				"The variables DB_USER and DB_PASSWORD have the user and the password of the Go service's database." })
class ImportFromCommand extends DatabaseCommand {

	private static final Pattern PASSWORD = Pattern.compile("(?i)[?&]password=|//[^/?]*:[^/?]*@");

	@Spec
	private CommandSpec spec;

	private String url = "";

	private String zone = "";

	@Option(names = "--apply", description = "Carry everything over, in one transaction. Stop all instances first.")
	private boolean apply;

	@Option(names = "--rename",
			description = "Give new names to users and segments whose names are too long, too short or taken.")
	private boolean rename;

	@Parameters(paramLabel = "URL",
			description = "The database of the Go service, such as jdbc:postgresql://localhost:5432/segmentation.")
	void setUrl(String url) {
		if (!url.startsWith("jdbc:postgresql:")) {
			throw new ParameterException(this.spec.commandLine(),
					"URL must begin with jdbc:postgresql:, such as jdbc:postgresql://localhost:5432/segmentation");
		}
		if (PASSWORD.matcher(url).find()) {
			throw new ParameterException(this.spec.commandLine(),
					"URL must not contain a password, because other users see it: set DB_PASSWORD");
		}
		this.url = url;
	}

	@Option(names = "--zone", paramLabel = "ZONE", defaultValue = "UTC",
			description = "The time zone of the Go service's database server. Default: ${DEFAULT-VALUE}.")
	void setZone(String zone) {
		if (!ZoneId.getAvailableZoneIds().contains(zone)) {
			throw new ParameterException(this.spec.commandLine(),
					"--zone must be the name of a time zone, such as Europe/Berlin, not " + zone);
		}
		this.zone = zone;
	}

	@Override
	protected DatabaseNeed need() {
		return this.apply ? DatabaseNeed.STOPPED : DatabaseNeed.EXISTING;
	}

	@Override
	protected List<Class<?>> beans() {
		return List.of(ReferenceImport.class);
	}

	@Override
	protected void run(ApplicationContext context) throws Exception {
		if (!context.getBean(Migrations.class).status().pending().isEmpty()) {
			throw new CommandException(
					"The database of this program is not up to date: start the program once, then stop it.");
		}
		try {
			context.getBean(ReferenceImport.class)
				.run(new ImportOptions(this.url, this.zone, this.rename, this.apply), (line) -> say("%s", line));
		}
		catch (ReferenceImportException ex) {
			throw new CommandException("" + ex.getMessage(), ex);
		}
	}

}
