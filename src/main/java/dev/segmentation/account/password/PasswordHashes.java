package dev.segmentation.account.password;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/**
 * The kinds of password hashes: Argon2id for new ones, and the kinds of earlier versions
 * and of the reference service. Argon2 accepts passwords of any length. Bcrypt ignores
 * everything after 72 bytes, and 64 characters can have 256.
 */
public final class PasswordHashes {

	private static final String ARGON2 = "argon2";

	/**
	 * Older hashes that take a noticeable time, with one of each that no password has.
	 */
	private static final Map<String, String> OLDER = Map.of("{pbkdf2}", "{pbkdf2}" + "00".repeat(48), "{bcrypt}",
			"{bcrypt}$2a$10$" + ".".repeat(53));

	private PasswordHashes() {
	}

	/**
	 * Returns Argon2id with the cost that OWASP recommends: 19 MiB, two passes, one
	 * thread.
	 */
	public static Argon2PasswordEncoder recommended() {
		return new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
	}

	/**
	 * Returns an encoder that accepts hashes of all kinds.
	 * @param current the encoder of new hashes
	 * @param salt the salt of the reference service; empty to accept none of its hashes
	 */
	public static PasswordEncoder all(Argon2PasswordEncoder current, String salt) {
		return new DelegatingPasswordEncoder(ARGON2,
				Map.of(ARGON2, current, "pbkdf2", Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8(), "bcrypt",
						new BCryptPasswordEncoder(), SaltedSha1PasswordEncoder.ID,
						new SaltedSha1PasswordEncoder(salt)));
	}

	/**
	 * Returns the prefixes of the older kinds that take a noticeable time.
	 */
	public static List<String> older() {
		return List.copyOf(OLDER.keySet());
	}

	/**
	 * Returns a hash that no password has.
	 * @param prefix an older kind
	 */
	public static String unmatched(String prefix) {
		return Objects.requireNonNull(OLDER.get(prefix));
	}

}
