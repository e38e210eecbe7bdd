package dev.segmentation.account.jwt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Signs texts that leave the application and come back, such as the address of a shared
 * file. Uses HMAC-SHA-256 with the key that also signs access tokens. A text must contain
 * a colon. No access token contains one, so a signature of a text cannot serve as that of
 * a token.
 */
public class Signatures {

	private final SecretKey key;

	Signatures(SecretKey key) {
		this.key = key;
	}

	/**
	 * Returns the signature of a text, as URL-safe base64.
	 * @throws IllegalArgumentException when the text contains no colon
	 */
	public String sign(String text) {
		if (text.indexOf(':') < 0) {
			throw new IllegalArgumentException("A signed text begins with its purpose and a colon");
		}
		try {
			Mac mac = Mac.getInstance(this.key.getAlgorithm());
			mac.init(this.key);
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Checks the signature of a text in constant time.
	 */
	public boolean matches(String text, String signature) {
		return MessageDigest.isEqual(sign(text).getBytes(StandardCharsets.US_ASCII),
				signature.getBytes(StandardCharsets.US_ASCII));
	}

}
