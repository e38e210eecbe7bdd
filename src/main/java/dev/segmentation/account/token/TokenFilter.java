package dev.segmentation.account.token;

import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a list and their order.
 *
 * @param query a part of the name, in any case; empty for all
 * @param owner a part of the owner's login, in any case; empty for all
 * @param role the role that the tokens have now; {@code null} for all
 */
public record TokenFilter(String query, String owner, @Nullable Role role, TokenSort sort, boolean descending) {
}
