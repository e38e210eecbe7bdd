package dev.segmentation.account.factor.web;

import java.util.Objects;
import java.util.Set;

import dev.segmentation.shared.Role;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The roles that must have a second factor.
 *
 * @param confirmed the roles for which the user has seen how many accounts have none
 */
record RulesForm(Set<@NotNull Role> roles, Set<Role> confirmed) {

	RulesForm(@Nullable Set<Role> roles, @Nullable Set<Role> confirmed) {
		this.roles = Objects.requireNonNullElse(roles, Set.of());
		this.confirmed = Objects.requireNonNullElse(confirmed, Set.of());
	}

	boolean isConfirmed() {
		return this.confirmed.containsAll(this.roles);
	}

}
