package dev.segmentation.config.database;

/**
 * Tells threads of requests from those of tasks and jobs, whose statements take longer.
 */
public final class RequestThread {

	private static final ThreadLocal<Boolean> current = new ThreadLocal<>();

	private RequestThread() {
	}

	/**
	 * Says that the current thread begins to answer a request.
	 */
	public static void begin() {
		current.set(true);
	}

	/**
	 * Says that the current thread has answered the request.
	 */
	public static void end() {
		current.remove();
	}

	static boolean isCurrent() {
		return current.get() != null;
	}

}
