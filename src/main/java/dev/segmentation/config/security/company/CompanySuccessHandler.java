package dev.segmentation.config.security.company;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import dev.segmentation.config.security.Authorities;
import dev.segmentation.config.security.CompanySession;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.error.KeptForm;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Puts the account into the session, as a sign-in with a password does. The session needs
 * nothing else of the provider but the ID token, to end the session there.
 */
class CompanySuccessHandler implements AuthenticationSuccessHandler {

	private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	private final AuthenticationSuccessHandler signedIn;

	/**
	 * Creates the handler.
	 * @param signedIn redirects to the page that was requested before the sign-in
	 */
	CompanySuccessHandler(AuthenticationSuccessHandler signedIn) {
		this.signedIn = signedIn;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException, ServletException {
		OAuth2AuthenticationToken token = (OAuth2AuthenticationToken) authentication;
		CompanyUser user = (CompanyUser) Objects.requireNonNull(token.getPrincipal());
		CurrentAccount account = user.account();
		SecurityContext context = new SecurityContextImpl(
				UsernamePasswordAuthenticationToken.authenticated(account, null, Authorities.of(account.role())));
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
		HttpSession session = request.getSession();
		new CompanySession(token.getAuthorizedClientRegistrationId(), user.getIdToken().getTokenValue())
			.keepIn(session);
		this.signedIn.onAuthenticationSuccess(asForm(request, session), response,
				Objects.requireNonNull(context.getAuthentication()));
	}

	/**
	 * The address of the requested page and the form that was kept wait in the session.
	 * The browser is not remembered, because the provider decides at each sign-in.
	 */
	private static HttpServletRequest asForm(HttpServletRequest request, HttpSession session) {
		Map<String, String> fields = new HashMap<>();
		if (session.getAttribute(CompanyPageController.BACK) instanceof String back) {
			fields.put("back", back);
		}
		session.removeAttribute(CompanyPageController.BACK);
		KeptForm.take(session).ifPresent((form) -> {
			fields.put("keptAction", form.action());
			fields.put("keptFields", form.fields());
		});
		return new HttpServletRequestWrapper(request) {

			@Override
			public @Nullable String getParameter(String name) {
				return fields.get(name);
			}

		};
	}

}
