package dev.segmentation.account;

import java.util.Objects;
import java.util.Optional;

import dev.segmentation.account.AccountProperties.SignUpPolicy;
import dev.segmentation.shared.ConflictException;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.ForbiddenException;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/**
 * Signs users up, and signs accounts in.
 */
@Service
public class AccountService {

	private final AccountRepository accounts;

	private final MemberSignUp members;

	private final PasswordEncoder passwords;

	private final AccountProperties properties;

	private final SignIns signIns;

	/**
	 * The hash for an unknown login, so that the answer takes the same time. It is made
	 * at its first use, because a start should not wait for it.
	 */
	private final SingletonSupplier<String> unknownLoginHash;

	AccountService(AccountRepository accounts, MemberSignUp members, PasswordEncoder passwords,
			AccountProperties properties, SignIns signIns) {
		this.accounts = accounts;
		this.members = members;
		this.passwords = passwords;
		this.properties = properties;
		this.signIns = signIns;
		this.unknownLoginHash = SingletonSupplier.of(() -> passwords.encode("no account has this password"));
	}

	/**
	 * Signs a user up.
	 * @return the new user's id
	 * @throws ConflictException when a user or an account has the login or e-mail
	 */
	public long signUp(SignUp command) {
		try {
			return this.members.insert(command, Objects.requireNonNull(this.passwords.encode(command.password())));
		}
		catch (DuplicateKeyException ex) {
			throw new ConflictException("user.taken", "user with such login/email already exists");
		}
	}

	/**
	 * Checks that the settings allow sign-up.
	 * @throws ForbiddenException when sign-up is closed
	 */
	public void requireSignUpOpen() {
		if (this.properties.signUp() == SignUpPolicy.CLOSED) {
			throw new ForbiddenException("sign-up.closed", "sign-up is closed");
		}
	}

	/**
	 * Signs an account in. An unknown login takes the same time as a wrong password. A
	 * password whose hash is of an older kind is hashed again.
	 * @throws IncorrectCredentialsException when no enabled account has this login and
	 * password
	 */
	public CurrentAccount signIn(String login, String password) {
		Optional<Credentials> found = this.accounts.findByLogin(login);
		String hash = found.map(Credentials::passwordHash).orElseGet(this.unknownLoginHash::obtain);
		boolean matches = this.passwords.matches(password, hash) && found.map(Credentials::passwordHash).isPresent();
		if (this.passwords.upgradeEncoding(hash)) {
			// For a wrong password too, so that the answer takes the same time.
			String newHash = Objects.requireNonNull(this.passwords.encode(password));
			found.filter((credentials) -> matches)
				.ifPresent((credentials) -> this.accounts.replaceHash(credentials.id(), hash, newHash));
		}
		CurrentAccount account = found.filter((credentials) -> matches && credentials.enabled())
			.map(Credentials::account)
			.orElseThrow(this.signIns::refused);
		this.accounts.recordSignIn(account.id());
		this.signIns.countSuccess();
		return account;
	}

}
