package dev.segmentation.attack;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import static org.awaitility.Awaitility.await;

/**
 * Two hundred clients read without a pause, which is far more than the application can
 * carry. It may refuse anybody for a moment, but {@code /ping} always answers, and all is
 * well 5 seconds after the end.
 */
record Overload() implements Weapon {

	private static final int CLIENTS = 200;

	private static final long LONGEST_PING = 1000;

	private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(5);

	@Override
	public String use(Target target, Bystander bystander) throws InterruptedException {
		Map<Integer, Integer> answers = new ConcurrentHashMap<>();
		ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
		for (int client = 0; client < CLIENTS; client++) {
			clients.submit(() -> {
				while (!Thread.currentThread().isInterrupted()) {
					answers.merge(status(target), 1, Integer::sum);
				}
			});
		}
		bystander.stay();
		clients.shutdownNow();
		long start = System.nanoTime();
		await().atMost(LONGEST_RECOVERY)
			.ignoreExceptions()
			.until(() -> target.other().get("/segments/").status() == 200);
		return "answers by status %s, recovered after %d ms".formatted(new TreeMap<>(answers),
				TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
	}

	private static int status(Target target) {
		try {
			return target.attacker().get("/segments/").status();
		}
		catch (UncheckedIOException ex) {
			return 0;
		}
	}

	@Override
	public boolean isBearable(Service others) {
		return others.ping().failed() == 0 && others.ping().longest() <= LONGEST_PING;
	}

}
