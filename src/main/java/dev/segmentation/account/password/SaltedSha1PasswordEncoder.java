package dev.segmentation.account.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;

/**
 * Checks the password hashes of the reference service: the bytes of its salt, followed by
 * the SHA-1 digest of the password, in hexadecimal. The first sign-in replaces such a
 * hash, so this class makes no new ones.
 */
public class SaltedSha1PasswordEncoder extends AbstractValidatingPasswordEncoder {

	/** The id of these hashes among all hashes. */
	public static final String ID = "salted-sha1";

	private final String salt;

	/**
	 * Accepts hashes with one salt.
	 * @param salt empty to accept no hash
	 */
	public SaltedSha1PasswordEncoder(String salt) {
		this.salt = salt;
	}

	@Override
	protected String encodeNonNullPassword(String rawPassword) {
		throw new UnsupportedOperationException("SHA-1 is too fast for new passwords");
	}

	@Override
	protected boolean matchesNonNull(String rawPassword, String encodedPassword) {
		String expected = HexFormat.of().formatHex(utf8(this.salt)) + HexFormat.of().formatHex(digest(rawPassword));
		return !this.salt.isEmpty() && MessageDigest.isEqual(utf8(expected), utf8(encodedPassword));
	}

	private static byte[] digest(String password) {
		try {
			return MessageDigest.getInstance("SHA-1").digest(utf8(password));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
