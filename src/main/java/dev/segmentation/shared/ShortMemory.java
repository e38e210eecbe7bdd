package dev.segmentation.shared;

/**
 * What an instance remembers from the database for about a second, so that most requests
 * need no query for it.
 */
@FunctionalInterface
public interface ShortMemory {

	/**
	 * Forgets everything, because another database is behind the instance.
	 */
	void forget();

}
