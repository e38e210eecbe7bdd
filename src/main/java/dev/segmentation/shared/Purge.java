package dev.segmentation.shared;

/**
 * Deletes the data of a feature after its retention period. One job runs all purges.
 */
@FunctionalInterface
public interface Purge {

	/**
	 * Deletes data whose retention period has ended. Several instances may do this at the
	 * same time.
	 */
	void purge();

}
