package dev.segmentation.shared.web.page;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Redirects after an action. The browser follows a redirect by itself, and htmx loads the
 * whole page.
 */
public final class Redirects {

	private Redirects() {
	}

	/**
	 * Returns the view that redirects to a page.
	 * @param target the path from the root
	 */
	public static String to(HttpServletRequest request, String target) {
		return (PageRequests.isHtmx(request) ? "redirect:htmx:" : "redirect:") + target;
	}

}
