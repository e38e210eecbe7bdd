package dev.segmentation.config.security;

import java.io.IOException;

import dev.segmentation.shared.web.page.PageRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Redirects to the page that was requested before the sign-in.
 */
class SignInSuccessHandler implements AuthenticationSuccessHandler {

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		response.sendRedirect(PageRequests.local(request.getParameter("back")));
	}

}
