package dev.segmentation.shared;

import java.io.Serializable;

import dev.segmentation.shared.refusal.ForbiddenException;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The account that sends the request.
 *
 * @param id the account's id, which is recorded with its acts
 * @param login the account's login
 * @param role the account's role
 * @param userId the user of the account; {@code null} for staff and integrations
 * @param generation how often all sessions of the account were ended; a session of an
 * earlier generation is over
 */
public record CurrentAccount(long id, String login, Role role, @Nullable Long userId,
		int generation) implements AuthenticatedPrincipal, Serializable {

	@Override
	public String getName() {
		return this.login;
	}

	/**
	 * Whether the account has the permissions of a role.
	 */
	public boolean may(Role needed) {
		return this.role.compareTo(needed) >= 0;
	}

	/**
	 * Checks that the account has the permissions of a role.
	 * @throws ForbiddenException when it does not have them
	 */
	public void require(Role needed) {
		if (!may(needed)) {
			throw new ForbiddenException("forbidden", "forbidden");
		}
	}

}
