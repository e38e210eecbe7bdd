package dev.segmentation.limit;

/**
 * A kind of request that keeps the server busy for long.
 */
public enum HeavyAct {

	/** A CSV file of the history that is read while it is sent. */
	DOWNLOAD,

	/** A long list of the API. */
	LIST,

	/** A new segment with a percentage, which may add millions of users at once. */
	PERCENTAGE

}
