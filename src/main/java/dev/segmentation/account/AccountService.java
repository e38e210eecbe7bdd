package dev.segmentation.account;

import java.util.Objects;
import java.util.Optional;

import dev.segmentation.account.AccountProperties.SignUpPolicy;
import dev.segmentation.account.attempt.SignInAttempts;
import dev.segmentation.account.attempt.SignIns;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.refusal.BusyException;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.refusal.ForbiddenException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Signs users up, and signs accounts in.
 */
@Service
public class AccountService {

	private final AccountRepository accounts;

	private final MemberSignUp members;

	private final PasswordEncoder passwords;

	private final AccountProperties properties;

	private final PasswordCheck check;

	private final SignInAttempts attempts;

	private final SignIns signIns;

	private final SecondFactorCheck secondFactors;

	AccountService(AccountRepository accounts, MemberSignUp members, PasswordEncoder passwords,
			AccountProperties properties, PasswordCheck check, SignInAttempts attempts, SignIns signIns,
			SecondFactorCheck secondFactors) {
		this.accounts = accounts;
		this.members = members;
		this.passwords = passwords;
		this.properties = properties;
		this.check = check;
		this.attempts = attempts;
		this.signIns = signIns;
		this.secondFactors = secondFactors;
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
	 * Signs a program in, with nothing but a password.
	 * @throws IncorrectCredentialsException when no enabled account has this login and
	 * password
	 * @throws BusyException after too many wrong passwords
	 * @throws ForbiddenException when the account needs a second factor
	 * @throws BusyException after too many wrong passwords
	 */
	public CurrentAccount signIn(String login, String password) {
		CurrentAccount account = checkPassword(login, password);
		if (this.secondFactors.isNeeded(account)) {
			recordRefusal(account.login(), "password, no second factor");
			throw new ForbiddenException("forbidden", "forbidden");
		}
		recordSignIn(account);
		return account;
	}

	/**
	 * Records that an account signed in, after all that it needs for that.
	 */
	public void recordSignIn(CurrentAccount account) {
		this.accounts.recordSignIn(account.id());
		this.signIns.countSuccess();
	}

	/**
	 * Records that a sign-in was refused for something else than the password.
	 * @param login {@code null} when it is unknown
	 * @param reason why, for the audit
	 */
	public void recordRefusal(@Nullable String login, String reason) {
		this.attempts.recordRefusal(login, reason);
	}

	/**
	 * Checks a password. The time of a failure does not tell whether the login exists.
	 * @throws IncorrectCredentialsException when no enabled account has this login and
	 * password
	 * @throws BusyException after too many wrong passwords
	 */
	public CurrentAccount checkPassword(String login, String password) {
		return this.attempts.attempt(login, () -> check(login, password));
	}

	private CurrentAccount check(String login, String password) {
		// The database cannot store a NUL, so no account has such a login.
		Optional<Credentials> found = (login.indexOf(0) < 0) ? this.accounts.findByLogin(login) : Optional.empty();
		boolean matches = this.check.matches(found, password);
		return found.filter((credentials) -> matches && credentials.enabled())
			.map(Credentials::account)
			.orElseThrow(IncorrectCredentialsException::new);
	}

}
