package dev.segmentation.config.security.page;

import java.io.IOException;
import java.util.Optional;

import dev.segmentation.shared.web.page.PageRequests;
import dev.segmentation.shared.web.page.error.KeptForm;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Leads requests without a session to the sign-in page, which leads back to the requested
 * page. A form that was sent after the end of the session is kept. Requests that do not
 * accept HTML get 401.
 */
class SignInRequired implements AuthenticationEntryPoint {

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException, ServletException {
		if (!PageRequests.wantsPage(request)) {
			response.sendError(HttpStatus.UNAUTHORIZED.value());
			return;
		}
		Optional<KeptForm> form = KeptForm.of(request);
		if (form.isPresent() && !PageRequests.isHtmx(request)) {
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
			request.setAttribute(KeptForm.ATTRIBUTE, form.get());
			request.getRequestDispatcher("/login/ended").forward(request, response);
			return;
		}
		String target = signIn(request);
		if (!PageRequests.isHtmx(request)) {
			response.sendRedirect(target);
			return;
		}
		response.setHeader("HX-Redirect", target);
		if (form.isPresent()) {
			response.setHeader(KeptForm.HEADER, "form");
		}
	}

	private static String signIn(HttpServletRequest request) {
		String page = PageRequests.currentPage(request);
		UriComponentsBuilder signIn = UriComponentsBuilder.fromPath("/login");
		if (request.getRequestedSessionId() != null) {
			signIn.queryParam("ended");
		}
		if (!"/".equals(page)) {
			signIn.queryParam("back", "{back}");
		}
		return signIn.encode().buildAndExpand(page).toUriString();
	}

}
