package dev.segmentation.account.factor.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.apache.commons.codec.binary.Base32;

import org.springframework.stereotype.Component;

/**
 * Codes that replace a lost app or passkey. Each has 80 random bits, so a fast hash is
 * enough to keep it secret.
 */
@Component
class RecoveryCodes {

	private static final int COUNT = 10;

	private static final int BYTES = 10;

	private final SecureRandom random = new SecureRandom();

	private final Base32 base32 = new Base32();

	private final RecoveryCodeRepository codes;

	RecoveryCodes(RecoveryCodeRepository codes) {
		this.codes = codes;
	}

	/**
	 * Makes new codes. The old ones become invalid.
	 * @return the codes, in groups of four characters
	 */
	List<String> renew(long accountId) {
		List<String> made = Stream.generate(this::make).limit(COUNT).toList();
		this.codes.replace(accountId, made.stream().map((code) -> hash(accountId, code)).toList());
		return made.stream().map((code) -> code.replaceAll("(.{4})(?!$)", "$1-")).toList();
	}

	/**
	 * Uses a code.
	 * @param code the code without blanks and hyphens, in lower case
	 */
	boolean use(long accountId, String code) {
		return this.codes.use(accountId, hash(accountId, code));
	}

	void delete(long accountId) {
		this.codes.delete(accountId);
	}

	private String make() {
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		return this.base32.encodeToString(bytes).toLowerCase(Locale.ROOT);
	}

	private static byte[] hash(long accountId, String code) {
		try {
			return MessageDigest.getInstance("SHA-256")
				.digest((accountId + ":" + code).getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
