package dev.segmentation.account.factor;

import dev.segmentation.shared.Role;

/**
 * The rule for the accounts of a role.
 *
 * @param required whether they must have a second factor
 * @param accounts the number of enabled accounts
 * @param ready how many of them have a second factor
 */
public record RoleRule(Role role, boolean required, long accounts, long ready) {
}
