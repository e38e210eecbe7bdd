package dev.segmentation.command;

import picocli.CommandLine.Command;

/**
 * Groups the commands for migrations.
 */
@Command(name = "migrate", description = "Migrates the database forward or back.",
		subcommands = { MigrateUpCommand.class, MigrateDownCommand.class, MigrateStatusCommand.class },
		synopsisSubcommandLabel = "COMMAND")
class MigrateCommand {

}
