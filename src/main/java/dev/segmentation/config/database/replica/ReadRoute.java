package dev.segmentation.config.database.replica;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Whether the current request reads from the replica. The answer is an attribute of the
 * request; without the attribute, reads go to the primary.
 */
final class ReadRoute {

	private static final String REPLICA = ReadRoute.class.getName();

	private ReadRoute() {
	}

	static void toReplica(HttpServletRequest request) {
		request.setAttribute(REPLICA, true);
	}

	/**
	 * Sends all further reads of the current request to the primary.
	 */
	static void backToPrimary() {
		RequestContextHolder.currentRequestAttributes().removeAttribute(REPLICA, RequestAttributes.SCOPE_REQUEST);
	}

	/**
	 * Returns {@code false} outside a request.
	 */
	static boolean isReplica() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		return request != null && request.getAttribute(REPLICA, RequestAttributes.SCOPE_REQUEST) != null;
	}

}
