package dev.segmentation.config.database.embedded;

import java.util.List;

/**
 * Performance settings of the embedded server, which shares the computer with the
 * application. They do not change durability.
 *
 * @param sharedBuffers the cache of the server, in megabytes; allocated as needed
 * @param cache the expected size of all caches, including that of the operating system,
 * in megabytes
 */
record Tuning(long sharedBuffers, long cache) {

	private static final long MEGABYTE = 1024 * 1024;

	private static final long LEAST_BUFFERS = 128;

	private static final long MOST_BUFFERS = 1024;

	/**
	 * Returns the settings for a computer or container with this memory in bytes.
	 */
	static Tuning of(long memory) {
		long megabytes = memory / MEGABYTE;
		return new Tuning(Math.clamp(megabytes / 8, LEAST_BUFFERS, MOST_BUFFERS), Math.max(megabytes / 2, 256));
	}

	List<String> options() {
		return List.of("-c shared_buffers=%dMB".formatted(this.sharedBuffers),
				"-c effective_cache_size=%dMB".formatted(this.cache), "-c work_mem=16MB",
				// Half a million memberships write 120 MB of log, which should not cause
				// a checkpoint.
				"-c max_wal_size=4GB",
				// The data is on an SSD or in memory.
				"-c random_page_cost=1.1",
				// Compiling takes longer than the queries.
				"-c jit=off");
	}

}
