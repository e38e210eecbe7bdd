package dev.segmentation.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tries to find out which logins exist, by the answers to wrong passwords and their times.
 */
record LoginGuesses() implements Weapon {

	private static final String ADDRESS = "127.3.0.1";

	private static final int LOGINS = 20;

	private static final double MOST_DIFFERENCE = 1.5;

	@Override
	public void prepare(Target target) {
		target.jdbc().sql("""
				INSERT INTO accounts (login, password_hash, role)
				SELECT 'known-' || n, password_hash, 'VIEWER' FROM accounts, generate_series(1, ?) AS n WHERE login = 'admin'
				""").param(LOGINS).update();
	}

	@Override
	public String use(Target target, Bystander bystander) throws Exception {
		List<Guess> known = new ArrayList<>();
		List<Guess> unknown = new ArrayList<>();
		for (int n = 1; n <= LOGINS; n++) {
			known.addAll(Guess.send(target, ADDRESS, List.of("known-" + n)));
			unknown.addAll(Guess.send(target, ADDRESS, List.of("nobody-" + n)));
		}
		bystander.stay();
		long answers = Stream.concat(known.stream(), unknown.stream()).map(Guess::body).distinct().count();
		String figures = "known logins: median %d ms; unknown: median %d ms; %d different answers".formatted(median(known),
				median(unknown), answers);
		double ratio = median(known) / (double) median(unknown);
		if (answers != 1 || ratio > MOST_DIFFERENCE || ratio < 1 / MOST_DIFFERENCE) {
			throw new AssertionError(figures);
		}
		return figures;
	}

	private static long median(List<Guess> guesses) {
		return guesses.stream().mapToLong(Guess::millis).sorted().skip(LOGINS / 2).findFirst().orElseThrow();
	}

}
