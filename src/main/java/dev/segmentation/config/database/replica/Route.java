package dev.segmentation.config.database.replica;

/**
 * Where the reads of a call go.
 */
enum Route {

	/** Where everything goes that is not said to go elsewhere. */
	PRIMARY,

	/** To the replica; can be repeated. */
	REPLICA,

	/** To the replica; what has been handed over cannot be taken back. */
	REPLICA_ONCE;

	static final ScopedValue<Route> CURRENT = ScopedValue.newInstance();

}
