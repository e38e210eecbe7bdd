package dev.segmentation.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Signs what leaves the application and is believed when it comes back, such as the
 * address of a shared file, with the key that also signs access tokens (HMAC-SHA-256). A
 * text must hold a colon, which no access token does, so that neither can pass for the
 * other.
 */
public class Signatures {

	private final SecretKey key;

	Signatures(SecretKey key) {
		this.key = key;
	}

	/**
	 * The signature of a text, in letters that an address may hold.
	 */
	public String sign(String text) {
		if (text.indexOf(':') < 0) {
			throw new IllegalArgumentException("A signed text begins with what it is for, and a colon");
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
	 * Whether this is the text's signature; takes as long whatever it is.
	 */
	public boolean matches(String text, String signature) {
		return MessageDigest.isEqual(sign(text).getBytes(StandardCharsets.US_ASCII),
				signature.getBytes(StandardCharsets.US_ASCII));
	}

}
