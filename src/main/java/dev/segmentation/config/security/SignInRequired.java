package dev.segmentation.config.security;

import java.io.IOException;

import dev.segmentation.shared.web.page.PageRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Redirects requests without a session to the sign-in page, which leads back to the
 * requested page. Requests that do not accept HTML get 401.
 */
class SignInRequired implements AuthenticationEntryPoint {

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		if (!PageRequests.wantsPage(request)) {
			response.sendError(HttpStatus.UNAUTHORIZED.value());
			return;
		}
		String page = PageRequests.currentPage(request);
		UriComponentsBuilder signIn = UriComponentsBuilder.fromPath("/login");
		if (!"/".equals(page)) {
			signIn.queryParam("back", "{back}");
		}
		String target = signIn.encode().buildAndExpand(page).toUriString();
		if (PageRequests.isHtmx(request)) {
			response.setHeader("HX-Redirect", target);
		}
		else {
			response.sendRedirect(target);
		}
	}

}
