package dev.segmentation.account.attempt;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import dev.segmentation.account.IncorrectCredentialsException;
import dev.segmentation.account.jwt.Signatures;
import dev.segmentation.shared.refusal.RefusedException;

import org.springframework.stereotype.Service;

/**
 * Limits wrong passwords of shared links. Each network has its own allowance of a link,
 * so that a stranger cannot lock everyone else out at once, and all share another one.
 */
@Service
public class LinkAttempts {

	private final AllowanceRepository allowances;

	private final RecentRefusals refusals;

	private final Signatures signatures;

	LinkAttempts(AllowanceRepository allowances, RecentRefusals refusals, Signatures signatures) {
		this.allowances = allowances;
		this.refusals = refusals;
		this.signatures = signatures;
	}

	/**
	 * Checks the password of a link. The attempt is taken from its allowances before the
	 * check, so that many attempts at once are no way around the limit. A success gives
	 * it back.
	 * @param check throws an {@link IncorrectCredentialsException} if the password is
	 * wrong
	 * @throws dev.segmentation.shared.refusal.BusyException after too many wrong ones
	 */
	public <T> T attempt(long link, Supplier<T> check) {
		List<AllowanceKey> keys = List.of(
				AllowanceKey.of(Allowance.LINK_NETWORK, link + ":" + ClientNetwork.current(), this.signatures),
				AllowanceKey.of(Allowance.LINK, String.valueOf(link), this.signatures));
		keys.forEach(this::take);
		try {
			T result = check.get();
			keys.forEach(this.allowances::giveBack);
			return result;
		}
		catch (IncorrectCredentialsException ex) {
			throw ex;
		}
		catch (RefusedException ex) {
			keys.forEach(this.allowances::giveBack);
			throw ex;
		}
	}

	private void take(AllowanceKey key) {
		Duration wait = this.refusals.find(key).orElseGet(() -> this.allowances.take(key));
		if (!wait.isZero()) {
			this.refusals.remember(key, wait);
			throw Waits.tooMany(wait);
		}
	}

}
