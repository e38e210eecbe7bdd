package dev.segmentation.account.link;

import java.time.Instant;

import dev.segmentation.shared.Role;
import dev.segmentation.shared.refusal.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * A one-time link that was not used yet.
 *
 * @param accountId the account that gets a new password; {@code null} for an invitation
 * @param login the login of that account
 * @param email the address that was invited, or the address of that account
 * @param role the role of the account
 * @param madeBy the login of the administrator; {@code null} for a command
 */
public record AccountLink(long id, LinkKind kind, @Nullable Long accountId, @Nullable String login,
		@Nullable String email, Role role, @Nullable String madeBy, Instant madeAt, Instant expiresAt,
		boolean expired) {

	/** The time in which a link must be used. */
	public static final int HOURS = 72;

	static NotFoundException notFound() {
		return new NotFoundException("link.missing", "link does not exist");
	}

}
