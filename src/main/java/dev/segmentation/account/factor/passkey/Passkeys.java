package dev.segmentation.account.factor.passkey;

import java.util.List;

import com.webauthn4j.util.exception.WebAuthnException;
import dev.segmentation.account.factor.SecondFactors;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.refusal.ConflictException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds and removes passkeys, and signs accounts in with them. An address is scheme, host
 * and port of the pages.
 */
@Service
public class Passkeys {

	/** The most passkeys of an account. */
	public static final int MOST = 20;

	private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

	private final PasskeyParty party;

	private final PasskeyRepository passkeys;

	private final PasskeyHolderRepository holders;

	private final SecondFactors factors;

	private final AuditLog audit;

	Passkeys(PasskeyParty party, PasskeyRepository passkeys, PasskeyHolderRepository holders, SecondFactors factors,
			AuditLog audit) {
		this.party = party;
		this.passkeys = passkeys;
		this.holders = holders;
		this.factors = factors;
		this.audit = audit;
	}

	/**
	 * Returns what a browser needs to make a passkey.
	 */
	public PublicKeyCredentialCreationOptions creationOptions(CurrentAccount account, String address) {
		return this.party.at(address)
			.createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(
					UsernamePasswordAuthenticationToken.authenticated(account, null, List.of())));
	}

	/**
	 * Returns what a browser needs to sign in with a passkey.
	 */
	public PublicKeyCredentialRequestOptions requestOptions(String address) {
		return this.party.at(address)
			.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
	}

	/**
	 * Writes options as JSON for the browser.
	 */
	public String write(Object options) {
		return this.json.writeValueAsString(options);
	}

	/**
	 * Adds a passkey.
	 * @param credential the browser's answer, as JSON
	 * @throws PasskeyRefusedException when the answer does not fit the options
	 * @throws ConflictException when the account has as many passkeys as it may have
	 */
	@Transactional
	public void add(CurrentAccount account, PublicKeyCredentialCreationOptions options, String credential, String name,
			String address) {
		if (this.passkeys.holdCount(account.id()) >= MOST) {
			throw new ConflictException("factor.passkeys.most", "too many passkeys", MOST);
		}
		try {
			PublicKeyCredential<AuthenticatorAttestationResponse> answer = this.json.readValue(credential,
					new TypeReference<>() {
					});
			this.party.at(address)
				.registerCredential(
						new ImmutableRelyingPartyRegistrationRequest(options, new RelyingPartyPublicKey(answer, name)));
		}
		catch (WebAuthnException | IllegalArgumentException | JacksonException ex) {
			throw new PasskeyRefusedException(ex);
		}
		this.audit.record(AuditKind.PASSKEY_ADDED, account, account.login(), name);
	}

	/**
	 * Signs in with a passkey.
	 * @param credential the browser's answer, as JSON
	 * @throws PasskeyRefusedException when the answer does not fit the options, or no
	 * account that may use the pages has the passkey
	 */
	@Transactional
	public CurrentAccount signIn(PublicKeyCredentialRequestOptions options, String credential, String address) {
		try {
			PublicKeyCredential<AuthenticatorAssertionResponse> answer = this.json.readValue(credential,
					new TypeReference<>() {
					});
			PublicKeyCredentialUserEntity holder = this.party.at(address)
				.authenticate(new RelyingPartyAuthenticationRequest(options, answer));
			requireHandle(answer.getResponse().getUserHandle(), holder);
			return this.holders.findEnabled(holder.getId())
				.orElseThrow(() -> new PasskeyRefusedException("The account cannot use the pages", holder.getName()));
		}
		catch (WebAuthnException | IllegalArgumentException | JacksonException ex) {
			throw new PasskeyRefusedException(ex);
		}
	}

	/** An authenticator may leave its handle out. */
	private static void requireHandle(@Nullable Bytes handle, PublicKeyCredentialUserEntity holder) {
		if (handle != null && !handle.equals(holder.getId())) {
			throw new PasskeyRefusedException("The passkey belongs to another account", holder.getName());
		}
	}

	/**
	 * Returns the passkeys of an account, the oldest first.
	 */
	public List<Passkey> list(CurrentAccount account) {
		return this.passkeys.list(account.id());
	}

	/**
	 * Returns a passkey of an account.
	 * @throws dev.segmentation.shared.refusal.NotFoundException when the account has none
	 * with this id
	 */
	public Passkey get(CurrentAccount account, long id) {
		return list(account).stream()
			.filter((passkey) -> passkey.id() == id)
			.findFirst()
			.orElseThrow(Passkey::notFound);
	}

	/**
	 * Gives a passkey another name.
	 */
	public void rename(CurrentAccount account, long id, String name) {
		if (!this.passkeys.rename(account.id(), id, name)) {
			throw Passkey.notFound();
		}
	}

	/**
	 * Removes a passkey.
	 */
	@Transactional
	public void remove(CurrentAccount account, long id) {
		String name = this.passkeys.delete(account.id(), id).orElseThrow(Passkey::notFound);
		this.audit.record(AuditKind.PASSKEY_REMOVED, account, account.login(), name);
		this.factors.removedOne(account.id());
	}

}
