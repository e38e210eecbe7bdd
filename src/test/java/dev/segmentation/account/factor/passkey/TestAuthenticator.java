package dev.segmentation.account.factor.passkey;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
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
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;

/**
 * Answers like a browser whose authenticator has one passkey.
 */
final class TestAuthenticator {

	/** Present, verified. */
	private static final byte FLAGS = 0x05;

	private static final byte WITH_CREDENTIAL = 0x40;

	private final byte[] id = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);

	private final String origin;

	private final KeyPair keys;

	TestAuthenticator(String origin) throws GeneralSecurityException {
		this.origin = origin;
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		this.keys = generator.generateKeyPair();
	}

	String create(PublicKeyCredentialCreationOptions options) throws GeneralSecurityException {
		EC2COSEKey key = EC2COSEKey.create((ECPublicKey) this.keys.getPublic(), COSEAlgorithmIdentifier.ES256);
		byte[] attestation = new AttestationObjectConverter(new ObjectConverter()).convertToBytes(
				new AttestationObject(
						new AuthenticatorData<>(party(), (byte) (FLAGS | WITH_CREDENTIAL), 0,
								new AttestedCredentialData(AAGUID.ZERO, this.id, key)),
						new NoneAttestationStatement()));
		return answer(client("webauthn.create", options.getChallenge()),
				"\"attestationObject\": \"%s\", \"transports\": [\"internal\"]".formatted(encode(attestation)));
	}

	/**
	 * Signs a challenge.
	 * @param handle the handle of the account; {@code null} to leave it out
	 */
	String sign(PublicKeyCredentialRequestOptions options, @Nullable Bytes handle) throws GeneralSecurityException {
		byte[] client = client("webauthn.get", options.getChallenge());
		byte[] data = ByteBuffer.allocate(37).put(party()).put(FLAGS).putInt(0).array();
		Signature signature = Signature.getInstance("SHA256withECDSA");
		signature.initSign(this.keys.getPrivate());
		signature.update(data);
		signature.update(MessageDigest.getInstance("SHA-256").digest(client));
		String owner = (handle != null) ? ", \"userHandle\": \"%s\"".formatted(handle.toBase64UrlString()) : "";
		return answer(client, "\"authenticatorData\": \"%s\", \"signature\": \"%s\"%s".formatted(encode(data),
				encode(signature.sign()), owner));
	}

	private byte[] client(String type, Bytes challenge) {
		return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
			.formatted(type, challenge.toBase64UrlString(), this.origin)
			.getBytes(StandardCharsets.UTF_8);
	}

	private String answer(byte[] client, String response) {
		return """
				{"id": "%1$s", "rawId": "%1$s", "type": "public-key", "clientExtensionResults": {},
				 "response": {"clientDataJSON": "%2$s", %3$s}}""".formatted(encode(this.id), encode(client), response);
	}

	private byte[] party() throws GeneralSecurityException {
		return MessageDigest.getInstance("SHA-256")
			.digest(URI.create(this.origin).getHost().getBytes(StandardCharsets.US_ASCII));
	}

	private static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
