package dev.segmentation.task;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs a limited number of tasks at a time and shares the threads between accounts. Each
 * account's tasks get consecutive turns, and a lower turn runs first. So an account that
 * starts many tasks delays only its own tasks.
 */
class FairExecutor extends ThreadPoolExecutor {

	private final Map<Long, Long> lastTurns = new HashMap<>();

	private long currentTurn;

	private long count;

	FairExecutor(int threads, ThreadFactory factory) {
		super(threads, threads, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), factory);
	}

	void execute(long accountId, Runnable task) {
		execute(nextTurn(accountId, task));
	}

	/** An account without waiting tasks continues at the current turn. */
	private synchronized Turn nextTurn(long accountId, Runnable task) {
		long turn = this.lastTurns.merge(accountId, this.currentTurn, (last, current) -> Math.max(last + 1, current));
		return new Turn(turn, this.count++, task);
	}

	@Override
	protected synchronized void beforeExecute(Thread thread, Runnable turn) {
		this.currentTurn = Math.max(this.currentTurn, ((Turn) turn).number());
	}

	private record Turn(long number, long order, Runnable task) implements Runnable, Comparable<Turn> {

		private static final Comparator<Turn> ORDER = Comparator.comparingLong(Turn::number)
			.thenComparingLong(Turn::order);

		@Override
		public void run() {
			this.task.run();
		}

		@Override
		public int compareTo(Turn other) {
			return ORDER.compare(this, other);
		}

	}

}
