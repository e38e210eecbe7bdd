package dev.segmentation.config.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;

/**
 * Checks some paths by other rules.
 *
 * @param others checks all other paths
 * @param start the start of these paths
 * @param own checks these paths
 */
record PathFirewall(HttpFirewall others, String start, HttpFirewall own) implements HttpFirewall {

	@Override
	public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
		return of(request).getFirewalledRequest(request);
	}

	private HttpFirewall of(HttpServletRequest request) {
		return request.getRequestURI().startsWith(this.start) ? this.own : this.others;
	}

	@Override
	public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
		return this.others.getFirewalledResponse(response);
	}

}
