package dev.segmentation.shared;

/**
 * What the current thread's request may have changed. A request that has committed
 * something, or lost the connection while it did, must not be answered with "Nothing was
 * changed".
 */
public final class RequestChanges {

	/** The name of transactions that change nothing of what a request is about. */
	public static final String UNRELATED = "unrelated";

	private static final ThreadLocal<RequestChanges> current = new ThreadLocal<>();

	private final boolean recorded;

	private boolean possible;

	private RequestChanges(boolean recorded) {
		this.recorded = recorded;
	}

	/**
	 * Watches a request that changes something.
	 * @param recorded whether each change is recorded in its own transaction
	 */
	public static void watch(boolean recorded) {
		current.set(new RequestChanges(recorded));
	}

	/**
	 * Stops watching.
	 */
	public static void forget() {
		current.remove();
	}

	/**
	 * Notes that a change is about to be committed, or was committed.
	 */
	public static void note() {
		RequestChanges changes = current.get();
		if (changes != null) {
			changes.possible = true;
		}
	}

	/**
	 * Whether the request may have changed something.
	 */
	public static boolean arePossible() {
		RequestChanges changes = current.get();
		return changes != null && changes.possible;
	}

	/**
	 * Whether changes must be made in transactions, because these record them.
	 */
	public static boolean areRecorded() {
		RequestChanges changes = current.get();
		return changes != null && changes.recorded;
	}

}
