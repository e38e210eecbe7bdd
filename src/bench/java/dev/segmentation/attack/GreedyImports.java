package dev.segmentation.attack;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.segmentation.support.Imports;
import dev.segmentation.support.Pages;

import static org.awaitility.Awaitility.await;

/**
 * One account starts 50 imports at once. Meanwhile another account imports one user.
 */
record GreedyImports() implements Weapon {

	private static final int IMPORTS = 50;

	private static final int USERS = 10_000;

	@Override
	public String use(Target target, Bystander bystander) throws InterruptedException {
		Pages greedy = target.attackerPages();
		Pages other = target.otherPages();
		ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
		for (int n = 0; n < IMPORTS; n++) {
			String file = file("greedy-" + n, USERS);
			executor.submit(() -> Imports.confirm(greedy, Imports.upload(greedy, "users.csv", file), Map.of()));
		}
		await().atMost(Duration.ofMinutes(1)).until(() -> waiting(target) > 1);
		bystander.stay();
		long start = System.nanoTime();
		Imports.load(other, file("other", 1));
		long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
		long waiting = waiting(target);
		executor.shutdownNow();
		return "another import took %d ms, %d tasks of the greedy account still waited".formatted(millis, waiting);
	}

	private static long waiting(Target target) {
		return target.jdbc()
			.sql("SELECT count(*) FROM tasks WHERE account_id = 1 AND state = 'RUNNING'")
			.query(Long.class)
			.single();
	}

	private static String file(String prefix, int users) {
		return IntStream.range(0, users)
			.mapToObj((n) -> "%s-%d,%s-%d@example.com".formatted(prefix, n, prefix, n))
			.collect(Collectors.joining("\n", "login,email\n", "\n"));
	}

}
