package dev.segmentation.shared.web.turn;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FairTurnsTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private final FairTurns turns = new FairTurns(3, 2);

	private final BlockingQueue<String> served = new LinkedBlockingQueue<>();

	@Test
	void refusesWhenAllTurnsAreTaken() {
		assertThat(Stream.of("a", "b", "c").allMatch(this::takeNow)).isTrue();
		assertThat(takeNow("d")).isFalse();
		this.turns.giveBack("b");
		assertThat(takeNow("d")).isTrue();
	}

	@Test
	void leavesTurnsForOthers() {
		assertThat(takeNow("a")).isTrue();
		assertThat(takeNow("a")).isTrue();
		assertThat(takeNow("a")).isFalse();
		assertThat(takeNow("b")).isTrue();
	}

	@Test
	void servesWaitingClientsInTurn() throws InterruptedException {
		assertThat(Stream.of("x", "x", "y").allMatch(this::takeNow)).isTrue();
		Stream.of("a", "a", "a", "b").forEach(this::waitInLine);
		assertThat(served("y", "a", "b")).containsExactly("a", "b", "a");
	}

	@Test
	void forgetsRequestsThatGaveUp() throws InterruptedException {
		assertThat(Stream.of("x", "x", "y").allMatch(this::takeNow)).isTrue();
		assertThat(takeNow("a")).isFalse();
		waitInLine("b");
		assertThat(served("y")).containsExactly("b");
		assertThat(takeNow("a")).isFalse();
	}

	private boolean takeNow(String client) {
		return this.turns.take(client, Duration.ZERO);
	}

	/** Returns when the request waits, so that requests have an order. */
	private void waitInLine(String client) {
		Thread request = Thread.ofPlatform().daemon().start(() -> {
			// Who is not served gives up long after the test.
			if (this.turns.take(client, LONG)) {
				this.served.add(client);
			}
		});
		await().until(() -> request.getState() == Thread.State.TIMED_WAITING);
	}

	/** Returns turns one by one, and tells whom each of them served. */
	private List<String> served(String... givenBack) {
		return Stream.of(givenBack).map((client) -> {
			this.turns.giveBack(client);
			return next();
		}).toList();
	}

	private String next() {
		try {
			return "" + this.served.poll(LONG.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
