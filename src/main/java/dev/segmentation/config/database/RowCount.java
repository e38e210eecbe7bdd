package dev.segmentation.config.database;

/**
 * Counts the rows that the current thread reads and writes.
 */
public final class RowCount {

	private static final ThreadLocal<long[]> count = ThreadLocal.withInitial(() -> new long[1]);

	private RowCount() {
	}

	/** Begins with zero. */
	public static void reset() {
		count.get()[0] = 0;
	}

	static void add(long rows) {
		count.get()[0] += rows;
	}

	/** Rows since {@link #reset()}. */
	public static long get() {
		return count.get()[0];
	}

}
