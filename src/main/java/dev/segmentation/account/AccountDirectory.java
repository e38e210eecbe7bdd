package dev.segmentation.account;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.segmentation.shared.CurrentAccount;

import org.springframework.stereotype.Component;

/**
 * Finds the account of a token's subject. Caches accounts for a second, which saves a
 * query in most calls. A disabled account or a changed role takes effect after that time.
 */
@Component
public class AccountDirectory {

	private static final Duration CACHE_TTL = Duration.ofSeconds(1);

	private static final int MAX_CACHED = 100_000;

	private final AccountRepository accounts;

	private final Cache<TokenSubject, CurrentAccount> cache = Caffeine.newBuilder()
		.expireAfterWrite(CACHE_TTL)
		.maximumSize(MAX_CACHED)
		.build();

	AccountDirectory(AccountRepository accounts) {
		this.accounts = accounts;
	}

	/**
	 * Finds an enabled account.
	 */
	public Optional<CurrentAccount> find(TokenSubject subject) {
		CurrentAccount cached = this.cache.getIfPresent(subject);
		return (cached != null) ? Optional.of(cached) : read(subject);
	}

	/**
	 * Reads outside the cache, whose loader would let all calls with one token wait for
	 * the database one after another.
	 */
	private Optional<CurrentAccount> read(TokenSubject subject) {
		Optional<CurrentAccount> found = switch (subject) {
			case TokenSubject.Member(long userId) -> this.accounts.findEnabledByUserId(userId);
			case TokenSubject.Staff(long accountId) -> this.accounts.findEnabledById(accountId);
		};
		found.ifPresent((account) -> this.cache.put(subject, account));
		return found;
	}

	/**
	 * Empties the cache.
	 */
	public void forget() {
		this.cache.invalidateAll();
	}

}
