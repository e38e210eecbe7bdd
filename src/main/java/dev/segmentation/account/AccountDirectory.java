package dev.segmentation.account;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.ShortMemory;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds the account of a token's subject. Caches accounts for a second, which saves a
 * query in most calls. A disabled account, a changed role or an ended session takes
 * effect after that time.
 */
@Component
public class AccountDirectory implements ShortMemory {

	private static final Duration CACHE_TTL = Duration.ofSeconds(1);

	private static final int MAX_CACHED = 100_000;

	private final AccountRepository accounts;

	private final Cache<Key, CurrentAccount> cache = Caffeine.newBuilder()
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
		return find(subject, null);
	}

	/**
	 * Finds an enabled account.
	 * @param session the session that must not have ended; {@code null} for none
	 */
	public Optional<CurrentAccount> find(TokenSubject subject, @Nullable UUID session) {
		Key key = new Key(subject, session);
		CurrentAccount cached = this.cache.getIfPresent(key);
		return (cached != null) ? Optional.of(cached) : read(key);
	}

	/**
	 * Reads outside the cache, whose loader would let all calls with one token wait for
	 * the database one after another.
	 */
	private Optional<CurrentAccount> read(Key key) {
		Optional<CurrentAccount> found = switch (key.subject()) {
			case TokenSubject.Member(long userId) -> this.accounts.findEnabledByUserId(userId, key.session());
			case TokenSubject.Staff(long accountId) -> this.accounts.findEnabledById(accountId, key.session());
		};
		found.ifPresent((account) -> this.cache.put(key, account));
		return found;
	}

	/**
	 * Finds an enabled account as it is now, for what begins or continues a session.
	 */
	public Optional<CurrentAccount> findNow(long accountId) {
		return this.accounts.findEnabledById(accountId);
	}

	/**
	 * Locks an account until the end of the transaction, so that none of its sessions can
	 * be ended meanwhile.
	 * @return whether no end of all its sessions came after the check of the account
	 */
	public boolean holdGeneration(CurrentAccount account) {
		return this.accounts.holdGeneration(account);
	}

	/**
	 * Records that an account signed in without a password.
	 */
	public void recordSignIn(long accountId) {
		this.accounts.recordSignIn(accountId);
	}

	@Override
	public void forget() {
		this.cache.invalidateAll();
	}

	private record Key(TokenSubject subject, @Nullable UUID session) {
	}

}
