package dev.segmentation.config.security.signin;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

import dev.segmentation.account.IncorrectCredentialsException;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageRequests;
import dev.segmentation.shared.web.page.error.KeptForm;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Redirects to the page that was requested before the sign-in, or offers to send the form
 * that was kept.
 */
public class SignInSuccessHandler implements AuthenticationSuccessHandler {

	private final PageSignIns signIns;

	private final String way;

	/**
	 * Creates the handler of a way to sign in.
	 * @param way the name of the way in the audit
	 */
	public SignInSuccessHandler(PageSignIns signIns, String way) {
		this.signIns = signIns;
		this.way = way;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException, ServletException {
		CurrentAccount account = (CurrentAccount) Objects.requireNonNull(authentication.getPrincipal());
		try {
			this.signIns.begin(account, this.way, request, response);
		}
		catch (IncorrectCredentialsException ex) {
			SecurityContextHolder.clearContext();
			request.getSession().invalidate();
			response.sendRedirect("/login?ended");
			return;
		}
		CsrfToken token = (CsrfToken) Objects.requireNonNull(request.getAttribute(CsrfToken.class.getName()));
		// Sends the cookie of the new token now. Later, two pages that load at the same
		// time would
		// get different tokens.
		token.getToken();
		String back = PageRequests.local(request.getParameter("back"));
		Optional<KeptForm> form = KeptForm.read(request).filter((kept) -> kept.isOf(account));
		form.ifPresent((kept) -> kept.keepIn(request.getSession()));
		response.sendRedirect(form.isPresent() ? again(back) : back);
	}

	/** The page that offers to send the form. */
	private static String again(String back) {
		return UriComponentsBuilder.fromPath("/login/again")
			.queryParam("back", "{back}")
			.encode()
			.buildAndExpand(back)
			.toUriString();
	}

}
