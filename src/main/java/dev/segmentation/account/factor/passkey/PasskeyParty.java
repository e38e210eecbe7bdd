package dev.segmentation.account.factor.passkey;

import java.util.Objects;
import java.util.Set;

import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The checks of passkeys for the address of the pages. A passkey replaces password and
 * second factor, so the authenticator has to verify its user, by a PIN or a fingerprint.
 * It keeps the login, so that nobody has to type one.
 */
@Component
class PasskeyParty {

	private static final String NAME = "User Segmentation";

	private final PasskeyHolderRepository holders;

	private final PasskeyRepository passkeys;

	private final PasskeyProperties properties;

	PasskeyParty(PasskeyHolderRepository holders, PasskeyRepository passkeys, PasskeyProperties properties) {
		this.holders = holders;
		this.passkeys = passkeys;
		this.properties = properties;
	}

	/**
	 * Returns the checks for an address.
	 * @param requested scheme, host and port of the request
	 */
	WebAuthnRelyingPartyOperations at(String requested) {
		String origin = Objects.requireNonNullElse(this.properties.origin(), requested);
		Webauthn4JRelyingPartyOperations party = new Webauthn4JRelyingPartyOperations(this.holders, this.passkeys,
				PublicKeyCredentialRpEntity.builder()
					.id(UriComponentsBuilder.fromUriString(origin).build().getHost())
					.name(NAME)
					.build(),
				Set.of(origin));
		party.setCustomizeCreationOptions(
				(options) -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
					.residentKey(ResidentKeyRequirement.REQUIRED)
					.userVerification(UserVerificationRequirement.REQUIRED)
					.build()));
		party.setCustomizeRequestOptions((options) -> options.userVerification(UserVerificationRequirement.REQUIRED));
		return party;
	}

}
