package dev.segmentation.membership.list;

import dev.segmentation.user.UserField;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a pasted list that names a user.
 *
 * @param position its number among the entries, from 1
 * @param login {@code null} when the user was deleted after the list was read
 */
public record MatchedEntry(long position, String text, UserField matchedBy, long userId, @Nullable String login,
		@Nullable String email) {

}
