package dev.segmentation.account.token;

import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * An account that can own tokens.
 *
 * @param fullName {@code null} if the account has none
 */
public record TokenOwner(long id, String login, @Nullable String fullName, Role role) {
}
