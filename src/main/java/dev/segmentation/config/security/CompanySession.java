package dev.segmentation.config.security;

import java.io.Serializable;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * What a session at the provider needs to end. Saved sessions have the name of this
 * class, so it must stay.
 *
 * @param registration the id of the registration at the provider
 * @param idToken the ID token of the sign-in
 */
public record CompanySession(String registration, String idToken) implements Serializable {

	private static final String ATTRIBUTE = CompanySession.class.getName();

	public void keepIn(HttpSession session) {
		session.setAttribute(ATTRIBUTE, this);
	}

	public static Optional<CompanySession> of(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null && session.getAttribute(ATTRIBUTE) instanceof CompanySession found) ? Optional.of(found)
				: Optional.empty();
	}

}
