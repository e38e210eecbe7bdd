package dev.segmentation.config.security.company;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;

/**
 * Remembers nothing: the database finds the sessions of a person. Spring's own registry
 * knows only the sessions of one instance, and never forgets them.
 */
class NoCompanySessions implements OidcSessionRegistry {

	@Override
	public void saveSessionInformation(OidcSessionInformation session) {
		// The database has the session.
	}

	@Override
	public @Nullable OidcSessionInformation removeSessionInformation(String sessionId) {
		return null;
	}

	@Override
	public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
		return List.of();
	}

}
