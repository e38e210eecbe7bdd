package dev.segmentation.attack;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Sixty-four clients, each with its own address, try passwords, also after refusals. Their
 * logins are invented, so that no login reaches its limit.
 */
record SignIns() implements Weapon {

	private static final int CLIENTS = 64;

	private static final int GUESSES = 10;

	@Override
	public String use(Target target, Bystander bystander) throws InterruptedException {
		ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
		AtomicInteger checked = new AtomicInteger();
		AtomicInteger refused = new AtomicInteger();
		for (int client = 1; client <= CLIENTS; client++) {
			String address = "127.4.0." + client;
			clients.submit(() -> {
				while (true) {
					List<String> logins = Stream.generate(() -> "" + UUID.randomUUID()).limit(GUESSES).toList();
					for (Guess guess : Guess.send(target, address, logins)) {
						((guess.status() == 400) ? checked : refused).incrementAndGet();
					}
				}
			});
		}
		bystander.stay();
		clients.shutdownNow();
		return "%d parallel sign-ins: %d checked, %d refused".formatted(CLIENTS, checked.get(), refused.get());
	}

}
