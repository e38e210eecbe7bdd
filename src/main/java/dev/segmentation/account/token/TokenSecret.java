package dev.segmentation.account.token;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The secret of a token: {@code seg_}, 160 random bits and the CRC-32 of both, in digits
 * and Latin letters. Programs that look for leaked secrets find it by its format.
 */
public final class TokenSecret {

	/** No access token begins with it. */
	public static final String PREFIX = "seg_";

	private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

	private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());

	private static final int RANDOM_BITS = 160;

	private static final int RANDOM_LENGTH = 27;

	private static final int CHECKSUM_LENGTH = 6;

	private static final Pattern FORMAT = Pattern.compile("seg_[0-9A-Za-z]{33}");

	private TokenSecret() {
	}

	static String create(SecureRandom random) {
		String text = PREFIX + digits(new BigInteger(RANDOM_BITS, random), RANDOM_LENGTH);
		return text + checksum(text);
	}

	/**
	 * Whether a text has the format and the checksum of a secret. A text with a typing
	 * error has not.
	 */
	static boolean isIntact(String secret) {
		int end = secret.length() - CHECKSUM_LENGTH;
		return FORMAT.matcher(secret).matches() && checksum(secret.substring(0, end)).equals(secret.substring(end));
	}

	/**
	 * Returns the SHA-256 hash. A random secret of this length needs no slow hash.
	 */
	static byte[] hash(String secret) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	private static String checksum(String text) {
		CRC32 checksum = new CRC32();
		checksum.update(text.getBytes(StandardCharsets.US_ASCII));
		return digits(BigInteger.valueOf(checksum.getValue()), CHECKSUM_LENGTH);
	}

	private static String digits(BigInteger number, int length) {
		StringBuilder reversed = new StringBuilder(length);
		BigInteger rest = number;
		for (int at = 0; at < length; at++) {
			BigInteger[] division = rest.divideAndRemainder(BASE);
			reversed.append(DIGITS.charAt(division[1].intValue()));
			rest = division[0];
		}
		return reversed.reverse().toString();
	}

}
