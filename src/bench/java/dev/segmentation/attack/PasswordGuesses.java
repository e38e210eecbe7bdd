package dev.segmentation.attack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.segmentation.support.Pages;

/**
 * Guesses at one login from 40 addresses, and at 200 logins from one address. Meanwhile
 * the person signs in, with a browser that signed in before.
 */
record PasswordGuesses() implements Weapon {

	private static final int ADDRESSES = 40;

	private static final int GUESSES = 10;

	private static final int LOGINS = 200;

	private static final int AT_ONCE = 16;

	/** Five, and one more each 30 seconds. */
	private static final int MOST_OF_LOGIN = 7;

	/** Fifty, those at work at once, and one more each minute. */
	private static final int MOST_OF_ADDRESS = 50 + AT_ONCE + 1;

	@Override
	public String use(Target target, Bystander bystander) throws Exception {
		Pages person = target.otherPages();
		long ofLogin = checked(IntStream.rangeClosed(1, ADDRESSES)
			.mapToObj((n) -> guess(target, "127.1.0." + n, Collections.nCopies(GUESSES, "other")))
			.toList());
		long ofAddress = checked(IntStream.range(0, LOGINS)
			.mapToObj((n) -> guess(target, "127.2.0.1", List.of("person-" + n)))
			.toList());
		person.post("/logout", Map.of());
		int signedIn = person.post("/login", Map.of("username", "other", "password", Target.PASSWORD)).statusCode();
		bystander.stay();
		String figures = "%d of %d guesses at a login were checked, and %d of %d of an address; the person gets %d; %d rows, %d events"
			.formatted(ofLogin, ADDRESSES * GUESSES, ofAddress, LOGINS, signedIn, count(target, "sign_in_allowances"),
					count(target, "audit_events"));
		if (ofLogin > MOST_OF_LOGIN || ofAddress > MOST_OF_ADDRESS || signedIn != 302) {
			throw new AssertionError(figures);
		}
		return figures;
	}

	private static long count(Target target, String table) {
		return target.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
	}

	private static Callable<List<Guess>> guess(Target target, String address, List<String> logins) {
		return () -> Guess.send(target, address, logins);
	}

	private static long checked(List<Callable<List<Guess>>> attackers) throws Exception {
		List<Guess> guesses = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
			for (Future<List<Guess>> answers : threads.invokeAll(attackers)) {
				guesses.addAll(answers.get());
			}
		}
		if (!guesses.stream().allMatch((guess) -> guess.status() == 400 || guess.status() == 429)) {
			throw new AssertionError("Unexpected answers: " + guesses.stream().map(Guess::status).distinct().toList());
		}
		return guesses.stream().filter((guess) -> guess.status() == 400).count();
	}

}
