package dev.segmentation.command;

import java.util.ArrayList;
import java.util.List;

import dev.segmentation.account.AccountProperties;
import dev.segmentation.config.database.embedded.DataFolder;
import dev.segmentation.config.database.migration.DatabaseCheck;
import dev.segmentation.config.startup.failure.FailureSentence;
import dev.segmentation.config.startup.setting.SettingsCheck;
import dev.segmentation.report.drive.DriveKeyCheck;
import picocli.CommandLine.Command;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Checks all settings, and tries the data folder, the database and the ports.
 */
@Command(name = "check-config",
		description = "Checks all settings, and tries the data folder, the database and the ports. Changes nothing.")
class CheckConfigCommand extends DatabaseCommand {

	@Override
	protected List<Class<?>> beans() {
		return List.of(SettingsCheck.class, DriveKeyCheck.class, DatabaseCheck.class);
	}

	@Override
	protected void run(ApplicationContext context) throws Exception {
		SettingsCheck settings = context.getBean(SettingsCheck.class);
		List<String> problems = new ArrayList<>(settings.problems());
		if (problems.isEmpty()) {
			context.getBean(DriveKeyCheck.class).problem().ifPresent(problems::add);
			DataFolder folder = context.getBean(DataFolder.class);
			problems.addAll(databaseProblems(folder, (ConfigurableApplicationContext) context));
			// The instance on the folder may be the program that uses the port.
			if (!folder.isUsed() || !folder.isInUse()) {
				problems.addAll(settings.portProblems());
			}
		}
		if (!problems.isEmpty()) {
			throw new CommandException(String.join(System.lineSeparator(), problems));
		}
		say("The settings are valid, and the database and the ports can be used.");
	}

	private List<String> databaseProblems(DataFolder folder, ConfigurableApplicationContext context) throws Exception {
		if (folder.isUsed() && !folder.isWritable()) {
			return List.of("The data folder %s cannot be written to. Set another folder with SEGMENTATION_DATA_DIR."
				.formatted(folder.path()));
		}
		try {
			if (folder.isUsed() && !folder.hasDatabase()) {
				folder.refuseOtherFiles();
				say("The first start creates a database in the data folder %s.", folder.path());
				return context.getBean(AccountProperties.class).admin().problem().stream().toList();
			}
			return context.getBean(DatabaseCheck.class).problems();
		}
		catch (Exception ex) {
			return List.of(FailureSentence.of(ex, context).orElseThrow(() -> ex));
		}
	}

}
