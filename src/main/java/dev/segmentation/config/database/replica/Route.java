package dev.segmentation.config.database.replica;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Where the connections of a call come from.
 */
enum Route {

	/** Where everything goes that is not said to go elsewhere. */
	PRIMARY,

	/** The replica; what fails can be repeated. */
	REPLICA,

	/**
	 * The replica, for the one connection of a transaction that hands something over.
	 * Whoever takes it may write it down meanwhile, which goes to the primary.
	 */
	REPLICA_ONCE;

	private static final ScopedValue<AtomicReference<Route>> current = ScopedValue.newInstance();

	/**
	 * Has the connections of a call come from here.
	 */
	ScopedValue.Carrier within() {
		return ScopedValue.where(current, new AtomicReference<>(this));
	}

	/**
	 * Whether this is within a call that has been routed.
	 */
	static boolean isChosen() {
		return current.isBound();
	}

	/**
	 * Where the next connection comes from.
	 */
	static Route next() {
		return current.isBound() ? current.get().getAndUpdate((route) -> (route == REPLICA_ONCE) ? PRIMARY : route)
				: PRIMARY;
	}

}
