package dev.segmentation.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import dev.segmentation.config.database.embedded.ForeignServer;
import dev.segmentation.config.database.embedded.Writers;
import dev.segmentation.support.Api;
import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.trial.Scenario;
import dev.segmentation.trial.SkippedException;

/**
 * A clock moves an hour forth, an hour back, and another hour back, while clients write.
 *
 * @param database whether the database runs on the same machine and its clock moves too
 */
record ClockMoved(String name, boolean database) implements Scenario {

	private static final int WRITES = 50;

	@Override
	public String run(Path folder) throws IOException, InterruptedException, SkippedException {
		MovableClock clock = MovableClock.create(folder);
		return this.database ? onOneMachine(folder, clock) : onTwoMachines(folder, clock);
	}

	private static String onOneMachine(Path folder, MovableClock clock) throws IOException, InterruptedException {
		try (Site site = new Site(folder, clock.environment())) {
			return move(clock, site.application(), site.database());
		}
	}

	private static String onTwoMachines(Path folder, MovableClock clock) throws IOException, InterruptedException {
		try (ForeignServer server = ForeignServer.create(folder)) {
			Map<String, String> environment = ForeignServer.environment(server.database());
			environment.putAll(clock.environment());
			try (ApplicationProcess application = Foreign.start(folder, environment)) {
				return move(clock, application, server.database());
			}
		}
	}

	private static String move(MovableClock clock, ApplicationProcess application, TestDatabase database)
			throws IOException, InterruptedException {
		long written = 0;
		for (String offset : new String[] { "+1h", "+0", "-1h" }) {
			clock.move(offset);
			written += write(application, database);
		}
		clock.move("+0");
		try (Writers writers = Writers.start(signIn(application), database)) {
			writers.awaitAcknowledged(WRITES);
			return Aftermath.of(application, signIn(application), database)
				.note("moved 4 times, %d writes meanwhile".formatted(written))
				.keeps(writers)
				.figures();
		}
	}

	/** Tokens may have expired, so the clients sign in again. */
	private static long write(ApplicationProcess application, TestDatabase database) {
		try (Writers writers = Writers.start(signIn(application), database)) {
			writers.awaitAcknowledged(WRITES);
			writers.stop();
			writers.verify(database);
			return writers.acknowledged().size();
		}
	}

	private static Api signIn(ApplicationProcess application) {
		return application.api().as("admin", Site.PASSWORD);
	}

}
