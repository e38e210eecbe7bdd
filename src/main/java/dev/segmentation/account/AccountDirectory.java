package dev.segmentation.account;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.segmentation.shared.CurrentAccount;

import org.springframework.stereotype.Component;

/**
 * Finds the account behind a token's subject. Remembers what it found for a few seconds,
 * which spares each call a query; an account that is disabled or gets another role is
 * noticed that much later.
 */
@Component
public class AccountDirectory {

	private static final Duration REMEMBERED = Duration.ofSeconds(5);

	private static final int MOST_REMEMBERED = 100_000;

	private final AccountRepository accounts;

	private final Cache<TokenSubject, CurrentAccount> found = Caffeine.newBuilder()
		.expireAfterWrite(REMEMBERED)
		.maximumSize(MOST_REMEMBERED)
		.build();

	AccountDirectory(AccountRepository accounts) {
		this.accounts = accounts;
	}

	/**
	 * Finds an enabled account.
	 */
	public Optional<CurrentAccount> find(TokenSubject subject) {
		return Optional.ofNullable(this.found.get(subject, (wanted) -> (switch (wanted) {
			case TokenSubject.Member(long userId) -> this.accounts.findEnabledByUserId(userId);
			case TokenSubject.Staff(long accountId) -> this.accounts.findEnabledById(accountId);
		}).orElse(null)));
	}

	/**
	 * Forgets what it remembers.
	 */
	public void forget() {
		this.found.invalidateAll();
	}

}
