package dev.segmentation.account.token;

import java.time.Instant;
import java.util.List;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a secret permits.
 *
 * @param addresses the addresses from which the token is accepted; empty for all
 * @param endsAt the end of the token
 * @param validUntil the end of this secret, after a newer one replaced it
 */
record TokenGrant(long id, String login, Role role, boolean enabled, Role ownerRole, boolean ownerEnabled,
		boolean readOnly, List<AddressRange> addresses, @Nullable Instant endsAt, @Nullable Instant validUntil) {

	/**
	 * Returns the account of the token. Its role is never higher than that of its owner.
	 */
	CurrentAccount account() {
		return new CurrentAccount(this.id, this.login, TokenLimits.lowest(this.role, this.ownerRole, this.readOnly),
				null, 0);
	}

	/**
	 * Checks that the secret is accepted.
	 * @throws RefusedTokenException when it is not; the message gives the reason
	 */
	void require(Instant now, @Nullable String address) {
		if (!this.enabled) {
			throw new RefusedTokenException("token is revoked");
		}
		if (hasPassed(this.endsAt, now)) {
			throw new RefusedTokenException("token is expired");
		}
		if (hasPassed(this.validUntil, now)) {
			throw new RefusedTokenException("token was replaced by a newer one");
		}
		if (!this.ownerEnabled) {
			throw new RefusedTokenException("token owner is disabled");
		}
		if (!accepts(address)) {
			throw new RefusedTokenException("token is not accepted from this address");
		}
	}

	private static boolean hasPassed(@Nullable Instant end, Instant now) {
		return end != null && !end.isAfter(now);
	}

	private boolean accepts(@Nullable String address) {
		return this.addresses.isEmpty()
				|| (address != null && this.addresses.stream().anyMatch((range) -> range.contains(address)));
	}

}
