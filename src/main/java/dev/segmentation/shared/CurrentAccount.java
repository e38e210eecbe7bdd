package dev.segmentation.shared;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is asking.
 *
 * @param id the account's id, which acts are recorded under
 * @param login what the account signs in with
 * @param role what it may do
 * @param userId the user it belongs to; {@code null} for staff and integrations
 */
public record CurrentAccount(long id, String login, Role role,
		@Nullable Long userId) implements AuthenticatedPrincipal, Serializable {

	@Override
	public String getName() {
		return this.login;
	}

	/**
	 * Whether it may do what this role may.
	 */
	public boolean may(Role needed) {
		return this.role.compareTo(needed) >= 0;
	}

	/**
	 * Refuses what it may not do.
	 * @throws ForbiddenException when it may not do what this role may
	 */
	public void require(Role needed) {
		if (!may(needed)) {
			throw new ForbiddenException("forbidden", "forbidden");
		}
	}

}
