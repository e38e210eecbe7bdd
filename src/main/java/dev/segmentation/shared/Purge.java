package dev.segmentation.shared;

/**
 * Deletes the data of a feature that is past its retention period. One job runs all
 * purges.
 */
@FunctionalInterface
public interface Purge {

	/**
	 * Deletes what is too old by now. Several instances may do it at the same time.
	 */
	void purge();

}
