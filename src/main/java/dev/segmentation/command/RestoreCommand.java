package dev.segmentation.command;

import java.nio.file.Path;
import java.util.List;

import dev.segmentation.config.database.ContentCheck;
import dev.segmentation.config.database.DatabaseWorkException;
import dev.segmentation.config.database.Progress;
import dev.segmentation.config.database.backup.Restore;
import dev.segmentation.config.database.embedded.DatabaseNeed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import org.springframework.context.ApplicationContext;

/**
 * Restores a backup to the data folder, and checks its content.
 */
@Command(name = "restore",
		description = "Checks a backup, and restores it to the data folder, which must have no database.")
class RestoreCommand extends DatabaseCommand {

	@Option(names = "--from", paramLabel = "DIR", required = true, description = "The folder of the backup.")
	private Path source;

	@Override
	protected DatabaseNeed need() {
		return DatabaseNeed.STOPPED;
	}

	@Override
	protected List<Class<?>> beans() {
		return List.of(Restore.class, ContentCheck.class);
	}

	@Override
	protected void run(ApplicationContext context) throws Exception {
		Progress progress = progress();
		context.getBean(Restore.class).copy(absolute(this.source), progress);
		progress.during(() -> "Starting the server, which recovers the database",
				() -> progress.say("The database has %s.", context.getBean(ContentCheck.class).count()));
		try {
			progress.during(() -> "Comparing memberships with the history",
					() -> context.getBean(ContentCheck.class).check());
		}
		catch (DatabaseWorkException ex) {
			throw new CommandException("The backup was restored, but its content is wrong. " + ex.getMessage(), ex);
		}
		say("The backup was restored.");
	}

}
