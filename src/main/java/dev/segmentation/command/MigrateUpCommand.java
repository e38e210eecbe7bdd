package dev.segmentation.command;

import java.util.List;

import dev.segmentation.config.database.embedded.DatabaseNeed;
import dev.segmentation.config.database.migration.Migrations;
import picocli.CommandLine.Command;

import org.springframework.context.ApplicationContext;

/**
 * Migrates forward, like a start of the application. The previous version of the program
 * may be running.
 */
@Command(name = "up", description = "Applies all pending change sets. Creates a missing database.")
class MigrateUpCommand extends DatabaseCommand {

	@Override
	protected DatabaseNeed need() {
		return DatabaseNeed.CREATED;
	}

	@Override
	protected void run(ApplicationContext context) throws Exception {
		Migrations migrations = context.getBean(Migrations.class);
		List<String> pending = migrations.status().pending();
		migrations.up();
		pending.forEach((changeSet) -> say("Applied %s", changeSet));
		say("The database is up to date.");
	}

}
