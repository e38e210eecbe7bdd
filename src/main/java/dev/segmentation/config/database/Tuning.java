package dev.segmentation.config.database;

import java.util.List;

/**
 * How the embedded server uses the computer: what a PostgreSQL that shares it with the
 * application is usually given. None of it touches durability.
 *
 * @param sharedBuffers megabytes that the server itself keeps of the data; taken as they
 * are needed
 * @param cache megabytes of data that may be expected in memory, the system's cache
 * included
 */
record Tuning(long sharedBuffers, long cache) {

	private static final long MEGABYTE = 1024 * 1024;

	private static final long LEAST_BUFFERS = 128;

	private static final long MOST_BUFFERS = 1024;

	/**
	 * For a computer, or a container, with so many bytes of memory.
	 */
	static Tuning of(long memory) {
		long megabytes = memory / MEGABYTE;
		return new Tuning(Math.clamp(megabytes / 8, LEAST_BUFFERS, MOST_BUFFERS), Math.max(megabytes / 2, 256));
	}

	List<String> options() {
		return List.of("-c shared_buffers=%dMB".formatted(this.sharedBuffers),
				"-c effective_cache_size=%dMB".formatted(this.cache), "-c work_mem=16MB",
				// Half a million memberships write 120 MB of log: not a checkpoint each.
				"-c max_wal_size=4GB",
				// Data is on an SSD, or in memory.
				"-c random_page_cost=1.1",
				// Compiling takes longer than any query here.
				"-c jit=off");
	}

}
