package dev.segmentation.config.metrics;

/**
 * Figures of the whole database.
 *
 * @param acts the number of acts so far, with those that were rolled back
 * @param importRows the lines of CSV files that were imported so far
 * @param expiryBacklog the expired memberships that are not removed yet
 * @param expiryLag the longest time in seconds from an end to its removal, over the
 * removals of the last 15 seconds and those that are still due
 * @param oldestTask the age in seconds of the oldest running task; 0 without tasks
 * @param databaseBytes the size of the database
 * @param changeSets the change sets that Liquibase has applied
 */
record Figures(long acts, long importRows, long expiryBacklog, double expiryLag, double oldestTask, long databaseBytes,
		long changeSets) {

	static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0);

}
