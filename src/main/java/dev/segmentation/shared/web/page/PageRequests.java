package dev.segmentation.shared.web.page;

import java.net.URI;
import java.net.URISyntaxException;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Reads requests of browsers.
 */
public final class PageRequests {

	private static final String START = "/";

	private PageRequests() {
	}

	/**
	 * Whether htmx sent the request, instead of the browser itself.
	 */
	public static boolean isHtmx(HttpServletRequest request) {
		return "true".equals(request.getHeader("HX-Request"));
	}

	/**
	 * Whether htmx requests a part of a page. A boosted link and a restored history entry
	 * get the whole page.
	 */
	public static boolean isPartial(HttpServletRequest request) {
		return isHtmx(request) && !"true".equals(request.getHeader("HX-Boosted"))
				&& !"true".equals(request.getHeader("HX-History-Restore-Request"));
	}

	/**
	 * Whether the answer is shown in the page's dialog.
	 */
	public static boolean isForDialog(HttpServletRequest request) {
		return request.getHeader("X-Dialog") != null;
	}

	/**
	 * Whether the client expects a page instead of JSON.
	 */
	public static boolean wantsPage(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return isHtmx(request) || (accept != null && accept.contains("text/html"));
	}

	/**
	 * Returns path and query of the page that the user sees. For a form or a part of a
	 * page, this is the surrounding page.
	 */
	public static String currentPage(HttpServletRequest request) {
		if (isHtmx(request)) {
			return local(request.getHeader("HX-Current-URL"));
		}
		if (!HttpMethod.GET.matches(request.getMethod())) {
			return local(request.getHeader(HttpHeaders.REFERER));
		}
		String query = request.getQueryString();
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return ((failed != null) ? failed : request.getRequestURI()) + ((query != null) ? "?" + query : "");
	}

	/**
	 * Returns scheme, host and port of the requested page, as the browser sees them. The
	 * usual port of a scheme is left out.
	 */
	public static String address(HttpServletRequest request) {
		return ServletUriComponentsBuilder.fromContextPath(request).replacePath(null).build().toUriString();
	}

	/**
	 * Returns path and query of an address; the start page when the address is invalid.
	 * The result never leads to another site.
	 */
	public static String local(@Nullable String address) {
		if (!StringUtils.hasText(address)) {
			return START;
		}
		try {
			URI uri = new URI(address);
			String path = uri.getRawPath();
			if (path == null || !path.matches("/([^/\\\\].*)?")) {
				return START;
			}
			return path + ((uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "");
		}
		catch (URISyntaxException ex) {
			return START;
		}
	}

}
