package dev.segmentation.account.factor.passkey;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.UUID;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;

import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;

/**
 * Answers like a browser whose authenticator made a passkey.
 */
final class NewCredential {

	/** Present, verified, with a credential. */
	private static final byte FLAGS = 0x45;

	private NewCredential() {
	}

	static String answer(PublicKeyCredentialCreationOptions options, String origin) {
		byte[] id = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
		String client = "{\"type\":\"webauthn.create\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
			.formatted(options.getChallenge().toBase64UrlString(), origin);
		return """
				{"id": "%1$s", "rawId": "%1$s", "type": "public-key", "clientExtensionResults": {},
				 "response": {"clientDataJSON": "%2$s", "attestationObject": "%3$s", "transports": ["internal"]}}"""
			.formatted(encode(id), encode(client.getBytes(StandardCharsets.UTF_8)), encode(attestation(id, origin)));
	}

	private static byte[] attestation(byte[] id, String origin) {
		try {
			byte[] party = MessageDigest.getInstance("SHA-256")
				.digest(URI.create(origin).getHost().getBytes(StandardCharsets.US_ASCII));
			KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
			keys.initialize(new ECGenParameterSpec("secp256r1"));
			EC2COSEKey key = EC2COSEKey.create((ECPublicKey) keys.generateKeyPair().getPublic(),
					COSEAlgorithmIdentifier.ES256);
			return new AttestationObjectConverter(new ObjectConverter()).convertToBytes(new AttestationObject(
					new AuthenticatorData<>(party, FLAGS, 0, new AttestedCredentialData(AAGUID.ZERO, id, key)),
					new NoneAttestationStatement()));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
