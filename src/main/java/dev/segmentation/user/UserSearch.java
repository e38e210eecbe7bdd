package dev.segmentation.user;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.segmentation.shared.ReadOnly;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Finds users: all of them, newest first, or those who are called something. Costs the
 * same among ten and among ten million.
 */
@Service
@ReadOnly
public class UserSearch {

	private final UserSearchRepository users;

	UserSearch(UserSearchRepository users) {
		this.users = users;
	}

	/**
	 * Finds users by their id, external id, login or e-mail: who is called so exactly,
	 * then whose login starts so, then whose e-mail does.
	 * @param text what to look for; empty for all users, newest first
	 * @param cursor where to go on; {@code null} for the first page
	 * @param size how many users at most, not counting exact matches
	 */
	public UserPage page(String text, @Nullable UserCursor cursor, int size) {
		String wanted = storable(text);
		if (wanted.isEmpty()) {
			UserCursor place = (cursor != null && cursor.field() == UserField.ID) ? cursor : null;
			List<Found> found = found(UserField.ID, this.users.findByAge(place, size + 1));
			return page(List.of(), found, place, size);
		}
		UserCursor place = (cursor != null && cursor.field() != UserField.ID) ? cursor : null;
		List<UserMatch> exact = this.users.findExactly(wanted, number(wanted));
		return page(exact, findByPrefix(wanted, place, exact, size + 1), place, size);
	}

	/**
	 * The few users that are meant most likely, exact matches first.
	 */
	public List<UserDetails> suggest(String text, int limit) {
		if (storable(text).isEmpty()) {
			return List.of();
		}
		UserPage page = page(text, null, limit);
		return Stream.concat(page.exact().stream().map(UserMatch::user), page.users().stream()).limit(limit).toList();
	}

	private List<Found> findByPrefix(String text, @Nullable UserCursor cursor, List<UserMatch> exact, int limit) {
		boolean onward = cursor == null || cursor.onward();
		List<Long> except = exact.stream().map((match) -> match.user().id()).toList();
		List<UserField> fields = onward ? List.of(UserField.LOGIN, UserField.EMAIL)
				: List.of(UserField.EMAIL, UserField.LOGIN);
		int start = (cursor != null) ? fields.indexOf(cursor.field()) : 0;
		List<Found> found = new ArrayList<>();
		for (UserField field : fields.subList(start, fields.size())) {
			if (found.size() < limit) {
				UserCursor place = (cursor != null && cursor.field() == field) ? cursor : null;
				found.addAll(found(field,
						this.users.findByPrefix(field, text, onward, place, except, limit - found.size())));
			}
		}
		return found;
	}

	private static UserPage page(List<UserMatch> exact, List<Found> found, @Nullable UserCursor cursor, int size) {
		boolean onward = cursor == null || cursor.onward();
		boolean more = found.size() > size;
		List<Found> shown = more ? found.subList(0, size) : found;
		List<Found> inOrder = onward ? shown : shown.reversed();
		boolean first = onward ? cursor == null : !more;
		UserCursor newer = (first || inOrder.isEmpty()) ? null : inOrder.getFirst().cursor(false);
		UserCursor older = (inOrder.isEmpty() || (onward && !more)) ? null : inOrder.getLast().cursor(true);
		return new UserPage((newer == null) ? exact : List.of(), inOrder.stream().map(Found::user).toList(), newer,
				older);
	}

	private static List<Found> found(UserField field, List<UserDetails> users) {
		return users.stream().map((user) -> new Found(field, user)).toList();
	}

	/**
	 * No text of the database holds the NUL character.
	 */
	private static String storable(String text) {
		return text.replace("\0", "").strip();
	}

	private static @Nullable Long number(String text) {
		return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
	}

	/**
	 * A user and what they were found by.
	 */
	private record Found(UserField field, UserDetails user) {

		UserCursor cursor(boolean onward) {
			return UserCursor.at(this.field, this.user, onward);
		}

	}

}
