package dev.segmentation.command;

import java.nio.file.Path;
import java.util.List;

import dev.segmentation.config.ProgramInfo;
import dev.segmentation.config.database.backup.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import org.springframework.context.ApplicationContext;

/**
 * Copies the embedded database while it serves.
 */
@Command(name = "backup",
		description = "Copies the embedded database to a new folder. An instance may be running on it.")
class BackupCommand extends DatabaseCommand {

	@Option(names = "--to", paramLabel = "DIR", required = true,
			description = "The folder of the backup, empty or missing.")
	private Path target;

	@Override
	protected List<Class<?>> beans() {
		return List.of(Backup.class);
	}

	@Override
	protected void run(ApplicationContext context) throws Exception {
		context.getBean(Backup.class).take(absolute(this.target), ProgramInfo.version(), progress());
	}

}
