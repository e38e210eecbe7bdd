package dev.segmentation.membership.web;

import dev.segmentation.shared.web.page.PageRequests;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Where to go after an act on members.
 */
final class Back {

	private Back() {
	}

	/**
	 * The list as it was before the reader, when a dialog has asked from within it; or
	 * its start.
	 */
	static String to(long segmentId, HttpServletRequest request) {
		String members = "/segments/" + segmentId;
		String current = PageRequests.currentPage(request);
		boolean list = current.equals(members) || current.startsWith(members + "?");
		return (PageRequests.isHtmx(request) && list) ? current : members;
	}

}
