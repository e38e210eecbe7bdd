package dev.segmentation.command;

import dev.segmentation.config.database.migration.MigrationStatus;
import dev.segmentation.config.database.migration.Migrations;
import picocli.CommandLine.Command;

import org.springframework.context.ApplicationContext;

/**
 * Lists applied and pending change sets.
 */
@Command(name = "status", description = "Lists applied and pending change sets, oldest first. Changes nothing.")
class MigrateStatusCommand extends DatabaseCommand {

	@Override
	protected void run(ApplicationContext context) throws Exception {
		MigrationStatus status = context.getBean(Migrations.class).status();
		status.applied().forEach((changeSet) -> say("%s  %s", changeSet.at(), changeSet.name()));
		status.unknown().forEach((name) -> say("unknown           %s", name));
		status.pending().forEach((name) -> say("pending           %s", name));
		if (status.lowestVersion() != null) {
			say("The database needs version %s of the program or a newer one.", status.lowestVersion());
		}
		say("%d applied, %d pending, %d unknown to this program", status.applied().size(), status.pending().size(),
				status.unknown().size());
	}

}
