package dev.segmentation.account.attempt;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.segmentation.account.IncorrectCredentialsException;
import dev.segmentation.account.jwt.Signatures;
import dev.segmentation.shared.refusal.BusyException;
import dev.segmentation.shared.refusal.RefusedException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Limits wrong passwords. An attempt is taken from its allowance before the password is
 * checked, so that many attempts at once are no way around the limit. A success restores
 * the allowance. No lock is held meanwhile.
 */
@Service
public class SignInAttempts {

	private final AllowanceRepository allowances;

	private final Signatures signatures;

	private final KnownBrowsers browsers;

	private final RecentRefusals refusals;

	private final FailedSignIns failures;

	private final SignIns signIns;

	SignInAttempts(AllowanceRepository allowances, Signatures signatures, KnownBrowsers browsers,
			RecentRefusals refusals, FailedSignIns failures, SignIns signIns) {
		this.allowances = allowances;
		this.signatures = signatures;
		this.browsers = browsers;
		this.refusals = refusals;
		this.failures = failures;
		this.signIns = signIns;
	}

	/**
	 * Checks a password, or another secret of a person.
	 * @param check throws an {@link IncorrectCredentialsException} if the secret is wrong
	 * @throws BusyException after too many wrong ones
	 */
	public <T> T attempt(String login, Supplier<T> check) {
		Optional<AllowanceKey> browser = browser(login);
		Optional<AllowanceKey> address = browser.isPresent() ? Optional.empty()
				: Optional.of(key(Allowance.ADDRESS, ClientNetwork.current()));
		AllowanceKey taken = browser.orElseGet(() -> key(Allowance.LOGIN, FoldedLogin.of(login)));
		address.ifPresent((key) -> require(key, this.allowances::wait));
		require(taken, this.allowances::take);
		try {
			T result = check.get();
			restore(taken);
			return result;
		}
		catch (IncorrectCredentialsException ex) {
			address.ifPresent(this.allowances::take);
			this.signIns.countFailure();
			this.failures.record(login, null);
			throw ex;
		}
		catch (RefusedException ex) {
			this.allowances.giveBack(taken);
			throw ex;
		}
	}

	/**
	 * Records that a sign-in was refused for something else than the password.
	 * @param login {@code null} when it is unknown
	 * @param reason why, for the audit
	 */
	public void recordRefusal(@Nullable String login, String reason) {
		this.signIns.countFailure();
		this.failures.record(login, reason);
	}

	private Optional<AllowanceKey> browser(String login) {
		return ClientNetwork.request()
			.filter((request) -> this.browsers.knows(request, login))
			.map((request) -> key(Allowance.BROWSER, FoldedLogin.of(login)));
	}

	private void require(AllowanceKey key, Function<AllowanceKey, Duration> question) {
		Duration wait = this.refusals.find(key).orElseGet(() -> question.apply(key));
		if (!wait.isZero()) {
			this.refusals.remember(key, wait);
			this.signIns.countLimited();
			throw Waits.tooMany(wait);
		}
	}

	private void restore(AllowanceKey key) {
		this.allowances.restore(key);
		this.refusals.forget(key);
	}

	private AllowanceKey key(Allowance allowance, String name) {
		return AllowanceKey.of(allowance, name, this.signatures);
	}

}
