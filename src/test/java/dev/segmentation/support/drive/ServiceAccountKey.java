package dev.segmentation.support.drive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The key of a service account.
 */
public record ServiceAccountKey(String id, String account, KeyPair pair) {

	/** One pair for the whole run, since generating a pair is slow. */
	private static final KeyPair PAIR = generate();

	static ServiceAccountKey make() {
		return new ServiceAccountKey(UUID.randomUUID().toString().replace("-", ""),
				"reports@local.iam.gserviceaccount.com", PAIR);
	}

	private static KeyPair generate() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Returns the key in Google's format.
	 */
	public ObjectNode toJson(String tokenUrl) {
		String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
			.encodeToString(this.pair.getPrivate().getEncoded());
		return JsonMapper.shared()
			.createObjectNode()
			.put("type", "service_account")
			.put("project_id", "local")
			.put("private_key_id", this.id)
			.put("private_key", "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(body))
			.put("client_email", this.account)
			.put("client_id", "100000000000000000001")
			.put("token_uri", tokenUrl);
	}

	/**
	 * Writes it as {@code key.json} into a folder, which is created if it is missing.
	 */
	public Path write(Path folder, String tokenUrl) {
		try {
			Files.createDirectories(folder);
			return Files.writeString(folder.resolve("key.json"), toJson(tokenUrl).toPrettyString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean hasSigned(String text, byte[] signature) {
		try {
			Signature verifier = Signature.getInstance("SHA256withRSA");
			verifier.initVerify(this.pair.getPublic());
			verifier.update(text.getBytes(StandardCharsets.US_ASCII));
			return verifier.verify(signature);
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

}
