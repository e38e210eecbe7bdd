package dev.segmentation.account.factor.passkey;

import java.time.Instant;

import dev.segmentation.shared.refusal.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * A passkey of an account.
 *
 * @param backedUp whether a password manager keeps it; otherwise it exists on one device
 */
public record Passkey(long id, String name, boolean backedUp, Instant createdAt, @Nullable Instant lastUsedAt) {

	static NotFoundException notFound() {
		return new NotFoundException("passkey.missing", "passkey does not exist");
	}

}
