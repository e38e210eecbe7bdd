package dev.segmentation.attack;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Two hundred clients read without a pause. Refused ones get 429 or 503.
 */
record Overload() implements Weapon {

	private static final int CLIENTS = 200;

	@Override
	public String use(Target target, Bystander bystander) {
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
		return "answers by status " + new TreeMap<>(answers);
	}

	private static int status(Target target) {
		try {
			return target.staff().get("/segments/").status();
		}
		catch (UncheckedIOException ex) {
			return 0;
		}
	}

}
