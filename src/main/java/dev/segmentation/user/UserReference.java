package dev.segmentation.user;

import org.jspecify.annotations.Nullable;

/**
 * A text that names a user, and the user it was matched to.
 *
 * @param userId the user; {@code null} when no user matches
 * @param matchedBy the field that matched; {@code null} when no user matches
 * @param ambiguous whether other users match by other fields
 */
public record UserReference(String text, @Nullable Long userId, @Nullable UserField matchedBy, boolean ambiguous) {

}
