package dev.segmentation.config.security.company;

import java.io.IOException;
import java.util.Optional;

import dev.segmentation.config.security.CompanySession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Ends the session at the provider too. Other sessions end as usual.
 */
class CompanyLogout implements LogoutHandler, LogoutSuccessHandler {

	private static final String SIGNED_OUT = "/login?signedOut";

	private static final String ENDED = CompanyLogout.class.getName() + ".ENDED";

	private final ClientRegistrationRepository registrations;

	CompanyLogout(ClientRegistrationRepository registrations) {
		this.registrations = registrations;
	}

	/** Runs before the session is deleted. */
	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		CompanySession.of(request).ifPresent((session) -> request.setAttribute(ENDED, session));
	}

	@Override
	public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) throws IOException {
		String target = (request.getAttribute(ENDED) instanceof CompanySession ended)
				? atProvider(ended, request).orElse(SIGNED_OUT) : SIGNED_OUT;
		response.sendRedirect(target);
	}

	private Optional<String> atProvider(CompanySession ended, HttpServletRequest request) {
		return find(ended.registration())
			.map((registration) -> registration.getProviderDetails()
				.getConfigurationMetadata()
				.get("end_session_endpoint"))
			.map((endpoint) -> UriComponentsBuilder.fromUriString(endpoint.toString())
				.queryParam("id_token_hint", ended.idToken())
				.queryParam("post_logout_redirect_uri",
						ServletUriComponentsBuilder.fromContextPath(request).path("/login").build().toUriString())
				.encode()
				.build()
				.toUriString());
	}

	/** The person is signed out here, even if the provider does not answer. */
	private Optional<ClientRegistration> find(String registration) {
		try {
			return Optional.ofNullable(this.registrations.findByRegistrationId(registration));
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			return Optional.empty();
		}
	}

}
