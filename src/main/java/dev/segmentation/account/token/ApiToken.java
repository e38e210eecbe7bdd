package dev.segmentation.account.token;

import java.time.Instant;

import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * A token on the pages.
 *
 * @param id the id of its account
 * @param login the login of its account, which acts show
 * @param owner the login of the owner
 * @param ownerRole the role of the owner
 * @param endsAt {@code null} without end
 * @param replacedUntil until when the previous secret works; {@code null} if it does not
 * @param lastUsedFrom the network address of the last use
 * @param uses the uses in the last 30 days
 */
public record ApiToken(long id, String name, String login, String owner, Role ownerRole, TokenLimits limits,
		TokenState state, Instant createdAt, @Nullable Instant endsAt, @Nullable Instant replacedUntil,
		@Nullable Instant lastUsedAt, @Nullable String lastUsedFrom, long uses) {

	/**
	 * Returns the role that the token has now.
	 */
	public Role role() {
		return this.limits.under(this.ownerRole);
	}

	/**
	 * Returns the path of the token's page.
	 */
	public String url() {
		return "/tokens/" + this.id;
	}

}
