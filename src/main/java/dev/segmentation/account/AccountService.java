package dev.segmentation.account;

import java.util.Optional;

import dev.segmentation.account.AccountProperties.SignUpPolicy;
import dev.segmentation.shared.ConflictException;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.ForbiddenException;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Signs up and signs in.
 */
@Service
public class AccountService {

	private final AccountRepository accounts;

	private final PasswordEncoder passwords;

	private final AccountProperties properties;

	/** Compared with when the login is unknown, so that the answer takes as long. */
	private final String nobodysHash;

	AccountService(AccountRepository accounts, PasswordEncoder passwords, AccountProperties properties) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.properties = properties;
		this.nobodysHash = passwords.encode("nobody's password");
	}

	/**
	 * Signs up.
	 * @return the new user's id
	 * @throws ConflictException when a user or an account has the login or e-mail
	 */
	public long signUp(SignUp command) {
		try {
			return this.accounts.insertMember(command.login(), command.email(),
					this.passwords.encode(command.password()));
		}
		catch (DuplicateKeyException ex) {
			throw new ConflictException("user.taken", "user with such login/email already exists");
		}
	}

	/**
	 * Checks that the settings let anybody sign up.
	 * @throws ForbiddenException when they do not
	 */
	public void requireSignUpOpen() {
		if (this.properties.signUp() == SignUpPolicy.CLOSED) {
			throw new ForbiddenException("sign-up.closed", "sign-up is closed");
		}
	}

	/**
	 * Signs in; takes as long for an unknown login as for a wrong password.
	 * @throws IncorrectCredentialsException when there is no such enabled account
	 */
	public CurrentAccount signIn(String login, String password) {
		Optional<Credentials> found = this.accounts.findByLogin(login);
		String hash = found.map(Credentials::passwordHash).orElse(this.nobodysHash);
		boolean matches = this.passwords.matches(password, hash);
		CurrentAccount account = found.filter((credentials) -> matches && credentials.enabled())
			.map(Credentials::account)
			.orElseThrow(IncorrectCredentialsException::new);
		this.accounts.recordSignIn(account.id());
		return account;
	}

}
