package dev.segmentation.account;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.segmentation.account.password.PasswordHashes;
import dev.segmentation.shared.refusal.BusyException;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Checks passwords. The time of a failure does not tell whether the login exists: it is
 * that of one hash of each kind that any account has.
 */
@Component
class PasswordCheck {

	private final AccountRepository accounts;

	private final PasswordEncoder passwords;

	/** Made at its first use, because a start should not wait for it. */
	private final SingletonSupplier<String> currentHash;

	PasswordCheck(AccountRepository accounts, PasswordEncoder passwords) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.currentHash = SingletonSupplier
			.of(() -> Objects.requireNonNull(passwords.encode("no account has this password")));
	}

	/**
	 * Checks the password of an account. Replaces its hash if that is of an older kind.
	 * @param account empty for an unknown login
	 */
	boolean matches(Optional<Credentials> account, String password) {
		Optional<String> own = account.map(Credentials::passwordHash);
		String hash = own.orElseGet(() -> Objects.requireNonNull(this.currentHash.obtain()));
		if (!this.passwords.matches(password, hash) || own.isEmpty()) {
			hashOtherKinds(hash, password);
			return false;
		}
		if (this.passwords.upgradeEncoding(hash)) {
			String newHash = Objects.requireNonNull(this.passwords.encode(password));
			this.accounts.replaceHash(account.orElseThrow().id(), hash, newHash);
		}
		return true;
	}

	private void hashOtherKinds(String checked, String password) {
		Stream<String> older = this.accounts.findHashKinds(PasswordHashes.older())
			.stream()
			.map(PasswordHashes::unmatched);
		Stream.concat(older, Stream.of(Objects.requireNonNull(this.currentHash.obtain())))
			.filter((hash) -> !checked.startsWith(hash.substring(0, hash.indexOf('}') + 1)))
			.forEach((hash) -> spendTime(password, hash));
	}

	/** The password is already known to be wrong, and must count as such. */
	private void spendTime(String password, String hash) {
		try {
			this.passwords.matches(password, hash);
		}
		catch (BusyException ex) {
			// Other sign-ins hide the difference in time.
		}
	}

}
