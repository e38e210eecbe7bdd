package dev.segmentation.attack;

import java.io.IOException;
import java.util.List;

import dev.segmentation.trial.Suite;

/**
 * Plays clients that try to stop the application for everybody else. {@code make attack}
 * runs it.
 */
final class Attacks {

	private static final Suite SUITE = new Suite("attack",
			List.of(Attack.of("announced-forms", new AnnouncedForms()), Attack.of("sign-ins", new SignIns()),
					Attack.of("slow-lists", new SlowLists()), Attack.of("half-requests", new HalfRequests()), Attack.of("overload", new Overload()),
					Attack.of("malformed", new Malformed())));

	private Attacks() {
	}

	/**
	 * Plays the scenarios.
	 * @param arguments the names of scenarios, separated by commas; none means all
	 */
	public static void main(String[] arguments) throws IOException {
		System.exit(SUITE.run(arguments));
	}

}
