package dev.segmentation.config.security.page;

import java.io.IOException;
import java.util.Optional;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageRequests;
import dev.segmentation.shared.web.page.error.ErrorText;
import dev.segmentation.shared.web.page.error.KeptForm;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Answers forbidden requests. The CSRF token of a form is stale when the page was loaded
 * before the last sign-in: then the user can send the form again, unless another account
 * filled it in.
 */
class StaleForms implements AccessDeniedHandler {

	private final SignInRequired strangers = new SignInRequired();

	private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException, ServletException {
		Optional<KeptForm> form = (ex instanceof CsrfException) ? KeptForm.of(request) : Optional.empty();
		if (form.isEmpty()) {
			if (ex instanceof CsrfException) {
				request.setAttribute(ErrorText.KEY, "error.stale");
			}
			this.others.handle(request, response, ex);
		}
		else if (request.getRequestURI().startsWith("/login")) {
			response.sendRedirect("/login?ended");
		}
		else if (!(SecurityContextHolder.getContext().getAuthentication() instanceof Authentication signedIn)) {
			this.strangers.commence(request, response, new InsufficientAuthenticationException("not signed in", ex));
		}
		else if (!PageRequests.isHtmx(request) && signedIn.getPrincipal() instanceof CurrentAccount account
				&& !form.get().isOf(account)) {
			response.sendRedirect(PageRequests.currentPage(request));
		}
		else {
			SendAgain.ask(form.get(), request, response);
		}
	}

}
