package dev.segmentation.account.factor.web;

import java.util.Objects;
import java.util.Set;

import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * The roles that must have a second factor.
 */
record RulesForm(Set<Role> roles) {

	RulesForm(@Nullable Set<Role> roles) {
		this.roles = Set.copyOf(Objects.requireNonNullElse(roles, Set.of()));
	}

}
