package dev.segmentation.faults;

import java.io.IOException;
import java.nio.file.Path;

import dev.segmentation.config.database.embedded.Writers;
import dev.segmentation.trial.Scenario;
import dev.segmentation.trial.SkippedException;

/**
 * A clock moves an hour forth, an hour back, and another hour back, while clients write.
 *
 * @param program the only program whose clock moves, as if the other one was on another
 * machine; empty if both move
 */
record ClockMoved(String name, String program) implements Scenario {

	private static final int WRITES = 50;

	@Override
	public String run(Path folder) throws IOException, InterruptedException, SkippedException {
		MovableClock clock = MovableClock.create(folder);
		try (Site site = new EmbeddedSite(folder, clock.environment(this.program))) {
			long written = 0;
			for (String offset : new String[] { "+1h", "+0", "-1h" }) {
				clock.move(offset);
				written += write(site);
			}
			clock.move("+0");
			site.signIn();
			try (Writers writers = site.startWriters()) {
				writers.awaitAcknowledged(WRITES);
				return site.aftermath()
					.note("moved 4 times, %d writes meanwhile".formatted(written))
					.keeps(writers)
					.figures();
			}
		}
	}

	/** Tokens may have expired, so the clients sign in again. */
	private static long write(Site site) {
		site.signIn();
		try (Writers writers = site.startWriters()) {
			writers.awaitAcknowledged(WRITES);
			writers.stop();
			writers.verify(site.database());
			return writers.acknowledged().size();
		}
	}

}
