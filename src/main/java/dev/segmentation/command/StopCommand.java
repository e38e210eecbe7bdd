package dev.segmentation.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.segmentation.config.database.embedded.DataFolder;
import picocli.CommandLine.Command;

import org.springframework.context.ApplicationContext;

/**
 * Stops the instance of the data folder like Ctrl-C, and waits until it has ended.
 */
@Command(name = "stop", description = "Stops the instance of the data folder, and waits until it has ended.")
class StopCommand extends DatabaseCommand {

	/** Longer than requests may take to finish, and the last checkpoint after them. */
	private static final Duration LONGEST_STOP = Duration.ofMinutes(3);

	@Override
	protected void run(ApplicationContext context) throws Exception {
		DataFolder folder = context.getBean(DataFolder.class);
		if (!folder.isUsed()) {
			throw new CommandException("SPRING_DATASOURCE_URL is set, and instances on your own PostgreSQL use no"
					+ " data folder: stop their processes.");
		}
		Optional<ProcessHandle> process = folder.findProcess();
		if (process.isEmpty()) {
			say("No instance is running on the data folder %s.", folder.path());
			return;
		}
		stop(process.get());
		say("The instance on the data folder %s has stopped (process %d).", folder.path(), process.get().pid());
	}

	private static void stop(ProcessHandle process) throws Exception {
		if (!process.destroy()) {
			throw new CommandException("The user %s may not stop the process %d: run the command as its user."
				.formatted(System.getProperty("user.name"), process.pid()));
		}
		try {
			process.onExit().get(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			throw new CommandException("The process %d has not ended after %d seconds: its log has the reason."
				.formatted(process.pid(), LONGEST_STOP.toSeconds()), ex);
		}
	}

}
