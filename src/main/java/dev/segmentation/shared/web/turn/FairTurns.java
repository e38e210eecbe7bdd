package dev.segmentation.shared.web.turn;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A number of turns for many clients. Free turns go round the waiting clients, however
 * many requests each of them sends, and no client gets all turns.
 */
public final class FairTurns {

	private final ReentrantLock lock = new ReentrantLock();

	/** The clients with requests. The first of them that waits is next. */
	private final Map<String, Client> clients = new LinkedHashMap<>();

	private final int most;

	private int free;

	/**
	 * Creates turns.
	 * @param mostOfOneClient the most turns that one client has at once
	 */
	public FairTurns(int turns, int mostOfOneClient) {
		this.free = turns;
		this.most = mostOfOneClient;
	}

	/**
	 * Takes a turn.
	 * @param patience the longest time to wait
	 * @return whether there was a turn
	 */
	public boolean take(String name, Duration patience) {
		this.lock.lock();
		try {
			Client client = this.clients.computeIfAbsent(name, (newName) -> new Client());
			Waiting waiting = new Waiting(this.lock.newCondition());
			client.waiting.add(waiting);
			grant();
			return waiting.await(patience) || giveUp(name, client, waiting);
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean giveUp(String name, Client client, Waiting waiting) {
		client.waiting.remove(waiting);
		forgetIfIdle(name, client);
		return false;
	}

	/**
	 * Returns a turn.
	 */
	public void giveBack(String name) {
		this.lock.lock();
		try {
			Client client = Objects.requireNonNull(this.clients.get(name));
			client.atWork--;
			this.free++;
			forgetIfIdle(name, client);
			grant();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void forgetIfIdle(String name, Client client) {
		if (client.atWork == 0 && client.waiting.isEmpty()) {
			this.clients.remove(name);
		}
	}

	private void grant() {
		Optional<String> next = next();
		while (next.isPresent()) {
			// Puts the client behind the others.
			Client client = Objects.requireNonNull(this.clients.remove(next.get()));
			this.clients.put(next.get(), client);
			this.free--;
			client.atWork++;
			client.waiting.remove().grant();
			next = next();
		}
	}

	private Optional<String> next() {
		return (this.free == 0) ? Optional.empty()
				: this.clients.entrySet()
					.stream()
					.filter((client) -> !client.getValue().waiting.isEmpty() && client.getValue().atWork < this.most)
					.map(Map.Entry::getKey)
					.findFirst();
	}

	private static final class Client {

		private final Queue<Waiting> waiting = new ArrayDeque<>();

		private int atWork;

	}

	private static final class Waiting {

		private final Condition condition;

		private boolean granted;

		private Waiting(Condition condition) {
			this.condition = condition;
		}

		private void grant() {
			this.granted = true;
			this.condition.signal();
		}

		private boolean await(Duration patience) {
			try {
				long left = patience.toNanos();
				while (!this.granted && left > 0) {
					left = this.condition.awaitNanos(left);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return this.granted;
		}

	}

}
