package dev.segmentation.user;

import org.jspecify.annotations.Nullable;

/**
 * A text that names a user, and the user it was matched to.
 *
 * @param userId the user; {@code null} when none or several match
 * @param matchedBy the field that matched; {@code null} when none or several users match
 * @param ambiguous whether several users match by different fields
 */
public record UserReference(String text, @Nullable Long userId, @Nullable UserField matchedBy, boolean ambiguous) {

}
