package dev.segmentation.user;

import java.util.Set;

/**
 * A user who is called exactly what was looked for.
 *
 * @param by which of their fields say so
 */
public record UserMatch(UserDetails user, Set<UserField> by) {
}
