package dev.segmentation.account.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The part of a one-time link that nobody can guess. Only its hash is kept.
 *
 * @param text 43 characters for 256 random bits
 */
public record LinkSecret(String text) {

	private static final int BYTES = 32;

	private static final SecureRandom random = new SecureRandom();

	static LinkSecret generate() {
		byte[] bytes = new byte[BYTES];
		random.nextBytes(bytes);
		return new LinkSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	byte[] hash() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(this.text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * Returns the path of the link's page.
	 */
	public String path() {
		return "/account-link/" + this.text;
	}

	@Override
	public String toString() {
		return "LinkSecret[]";
	}

}
