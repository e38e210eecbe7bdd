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
			List.of(new Attack("announced-forms", new AnnouncedForms()), new Attack("sign-ins", new SignIns()),
					new Attack("password-guesses", new PasswordGuesses()), new Attack("login-guesses", new LoginGuesses()),
					new Attack("slow-lists", new SlowLists()), new Attack("slow-downloads", new SlowDownloads()),
					new Attack("link-guesses", new LinkGuesses()), new Attack("half-requests", new HalfRequests()),
					new Attack("greedy-imports", new GreedyImports()), new Attack("overload", new Overload()),
					new Attack("malformed", new Malformed())));

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
