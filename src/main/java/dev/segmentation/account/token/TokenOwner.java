package dev.segmentation.account.token;

import dev.segmentation.shared.Role;

/**
 * An account that can own tokens.
 */
public record TokenOwner(long id, String login, Role role) {
}
