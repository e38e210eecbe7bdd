package dev.segmentation.faults;

import java.io.IOException;
import java.util.List;

import dev.segmentation.trial.Suite;

/**
 * Breaks real processes while clients write. {@code make faults} runs it.
 */
final class Faults {

	private static final Suite SUITE = new Suite("faults",
			List.of(new Killed("program-killed", true, false), new Killed("database-killed", false, true),
					new Killed("both-killed", true, true), new KilledInTask("program-killed-in-task", true, false),
					new KilledInTask("database-killed-in-task", false, true),
					new KilledInTask("both-killed-in-task", true, true), new RestartedInTask(), new DatabaseStopped(),
					new CommitCut(), new ReadOnlyDatabase(), DiskFull.data(), DiskFull.temporary(), new TwoSweepers(),
					new ReplicaLost(), new ClockMoved("clock-moved", ""), new ClockMoved("program-clock-moved", "java"),
					new ClockMoved("database-clock-moved", "postgres")));

	private Faults() {
	}

	/**
	 * Plays the scenarios.
	 * @param arguments the names of scenarios, separated by commas; none means all
	 */
	public static void main(String[] arguments) throws IOException {
		System.exit(SUITE.run(arguments));
	}

}
