package dev.segmentation.config.database;

import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells the user of a command about long work.
 */
public final class Progress {

	private static final int SECONDS = 3;

	private final Consumer<String> lines;

	/**
	 * Creates the progress of one command.
	 * @param lines prints a line, from any thread
	 */
	public Progress(Consumer<String> lines) {
		this.lines = lines;
	}

	/** Prints a line. */
	public void say(String line, Object... arguments) {
		this.lines.accept(String.format(Locale.ROOT, line, arguments));
	}

	/**
	 * Does a part of the work, and prints a line before it and every three seconds.
	 * @param line returns the state of the work; called from another thread
	 */
	public <E extends Exception> void during(Supplier<String> line, Work<E> work) throws E {
		this.lines.accept(line.get());
		ScheduledExecutorService executor = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("progress").factory());
		executor.scheduleWithFixedDelay(() -> this.lines.accept(line.get()), SECONDS, SECONDS, TimeUnit.SECONDS);
		try {
			work.run();
		}
		finally {
			executor.shutdownNow();
		}
	}

	/** A part of the work. */
	@FunctionalInterface
	public interface Work<E extends Exception> {

		void run() throws E;

	}

}
