package dev.segmentation.account.token;

import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.ShortMemory;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Finds the account of a token. Caches tokens for a second, which saves a query in most
 * calls, and also unknown ones, because programs repeat calls that fail.
 */
@Service
public class TokenAuthentication implements ShortMemory {

	/** Together with the query, a change takes effect within a second. */
	private static final Duration CACHE_TTL = Duration.ofMillis(900);

	private static final int MAX_CACHED = 10_000;

	private final TokenGrantRepository grants;

	private final TokenUses uses;

	private final Clock clock;

	/** By the hash of the secret, so that no secret stays in memory. */
	private final Cache<String, Optional<TokenGrant>> cache = Caffeine.newBuilder()
		.expireAfterWrite(CACHE_TTL)
		.maximumSize(MAX_CACHED)
		.build();

	TokenAuthentication(TokenGrantRepository grants, TokenUses uses, Clock clock) {
		this.grants = grants;
		this.uses = uses;
		this.clock = clock;
	}

	/**
	 * Finds the account of a token, and counts the use.
	 * @param address the network address of the client
	 * @throws RefusedTokenException when the token is not accepted
	 */
	public CurrentAccount authenticate(String secret, @Nullable String address) {
		if (!secret.startsWith(TokenSecret.PREFIX)) {
			throw new RefusedTokenException("token is not an API token");
		}
		if (!TokenSecret.isIntact(secret)) {
			throw new RefusedTokenException("token is mistyped: its checksum is wrong");
		}
		TokenGrant grant = find(TokenSecret.hash(secret))
			.orElseThrow(() -> new RefusedTokenException("token is unknown"));
		grant.require(this.clock.instant(), address);
		this.uses.count(grant.id(), address);
		return grant.account();
	}

	/**
	 * Reads outside the cache, whose loader would let all calls with one token wait for
	 * the database one after another.
	 */
	private Optional<TokenGrant> find(byte[] hash) {
		String key = HexFormat.of().formatHex(hash);
		Optional<TokenGrant> cached = this.cache.getIfPresent(key);
		if (cached != null) {
			return cached;
		}
		Optional<TokenGrant> found = this.grants.find(hash);
		this.cache.put(key, found);
		return found;
	}

	@Override
	public void forget() {
		this.cache.invalidateAll();
	}

}
