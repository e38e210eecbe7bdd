package dev.segmentation.shared.web.page;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Leads on after an act: the browser follows a redirect by itself, htmx is told to load
 * the page whole.
 */
public final class Redirects {

	private Redirects() {
	}

	/**
	 * The view that leads to a page.
	 * @param target the page's path, from the root
	 */
	public static String to(HttpServletRequest request, String target) {
		return (PageRequests.isHtmx(request) ? "redirect:htmx:" : "redirect:") + target;
	}

}
