package dev.segmentation.command;

import java.util.List;

import dev.segmentation.config.database.embedded.DatabaseNeed;
import dev.segmentation.config.database.migration.AppliedChangeSet;
import dev.segmentation.config.database.migration.MigrationStatus;
import dev.segmentation.config.database.migration.Migrations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import org.springframework.context.ApplicationContext;

/**
 * Rolls back change sets, so that an older version of the program can use the database.
 */
@Command(name = "down",
		description = "Rolls back the newest change sets. Stop all instances first. The next start applies them again.")
class MigrateDownCommand extends DatabaseCommand {

	@Spec
	private CommandSpec spec;

	private int steps;

	@Option(names = "--yes", description = "Do not ask before data of tables is deleted.")
	private boolean yes;

	@Option(names = "--steps", paramLabel = "N", defaultValue = "1",
			description = "The number of change sets. Default: ${DEFAULT-VALUE}.")
	void setSteps(int steps) {
		if (steps < 1) {
			throw new ParameterException(this.spec.commandLine(), "--steps must be at least 1, not " + steps);
		}
		this.steps = steps;
	}

	@Override
	protected DatabaseNeed need() {
		return DatabaseNeed.STOPPED;
	}

	@Override
	protected void run(ApplicationContext context) throws Exception {
		Migrations migrations = context.getBean(Migrations.class);
		List<AppliedChangeSet> newest = check(migrations.status());
		List<String> tables = migrations.dataLostBy(this.steps);
		confirm("This deletes data of the tables %s.".formatted(String.join(", ", tables)),
				this.yes || tables.isEmpty());
		migrations.down(this.steps);
		newest.forEach((changeSet) -> say("Rolled back %s", changeSet.name()));
	}

	private List<AppliedChangeSet> check(MigrationStatus status) {
		if (this.steps > status.applied().size()) {
			throw new CommandException("--steps is %d, but the database has %d change sets.".formatted(this.steps,
					status.applied().size()));
		}
		List<AppliedChangeSet> newest = status.newest(this.steps);
		newest.stream().map(AppliedChangeSet::name).filter(status.unknown()::contains).findFirst().ifPresent((name) -> {
			throw new CommandException(
					"Another version of the program applied the change set %s: roll it back with that version."
						.formatted(name));
		});
		return newest;
	}

}
