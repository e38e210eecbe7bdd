package dev.segmentation.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.database.ReadOnly;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * The only search for users: the users' page, the search of all pages and the field that
 * adds a member use it. Its time does not depend on the number of users.
 */
@Service
@ReadOnly
public class UserSearch {

	private final UserSearchRepository users;

	UserSearch(UserSearchRepository users) {
		this.users = users;
	}

	/**
	 * A page of users: first those with exactly this id, external id, login or e-mail
	 * address, then those whose login starts with the text, then those whose e-mail
	 * address does, then those with all words of the text within these. When there is
	 * none, users whose fields are similar to the text, on one page.
	 * @param text empty for all users, newest first
	 * @param cursor where the page begins; {@code null} for the first page
	 * @param size the number of users on a page; the first page has the exact matches in
	 * addition
	 * @throws dev.segmentation.shared.refusal.InvalidInputException when the cursor
	 * belongs to another list
	 */
	public Page<UserMatch> list(String text, @Nullable Cursor cursor, int size) {
		String plain = PlainText.of(text);
		return plain.isEmpty() ? listAll(cursor, size) : search(plain, cursor, size);
	}

	/**
	 * Returns the users that match a typed text best, exact matches first.
	 * @param text empty for no user
	 */
	public List<UserMatch> suggest(String text, int limit) {
		String plain = PlainText.of(text);
		return plain.isEmpty() ? List.of() : search(plain, null, limit).items().stream().limit(limit).toList();
	}

	/**
	 * Returns the users that match a typed text best, and whether they are members of a
	 * segment.
	 */
	public List<UserSuggestion> suggest(String text, long segmentId, int limit) {
		return withMembership(suggest(text, limit), segmentId);
	}

	/**
	 * Says of users that were found whether they are members of a segment.
	 */
	public List<UserSuggestion> withMembership(List<UserMatch> found, long segmentId) {
		Set<Long> members = found.isEmpty() ? Set.of()
				: this.users.findMembers(segmentId, found.stream().map((match) -> match.user().id()).toList());
		return found.stream().map((match) -> new UserSuggestion(match, members.contains(match.user().id()))).toList();
	}

	private Page<UserMatch> listAll(@Nullable Cursor cursor, int size) {
		Page<UserDetails> page = Page.read(cursor, size, UserSearchRepository::newest, this.users::findNewest);
		return page.with(page.items().stream().map(UserMatch::of).toList());
	}

	private Page<UserMatch> search(String text, @Nullable Cursor cursor, int size) {
		List<UserMatch> exact = this.users.findExact(text);
		List<Long> except = exact.stream().map((match) -> match.user().id()).toList();
		Page<Found> page = Page.read(cursor, size, Found::cursor,
				(from, limit) -> find(UserRange.read(text, from), except, limit));
		if (cursor == null && exact.isEmpty() && page.items().isEmpty()) {
			return page.with(this.users.findAlike(text, size).stream().map(UserMatch::alike).toList());
		}
		Stream<UserMatch> others = page.items().stream().map(Found::user).map(UserMatch::of);
		return page.with(((page.previous() != null) ? others : Stream.concat(exact.stream(), others)).toList());
	}

	private List<Found> find(List<UserRange> ranges, List<Long> except, int limit) {
		List<Found> found = new ArrayList<>();
		for (UserRange range : ranges) {
			if (found.size() < limit) {
				this.users.find(range, except, limit - found.size())
					.forEach((user) -> found.add(new Found(range, user)));
			}
		}
		return found;
	}

	/**
	 * A user and the range that found it.
	 */
	private record Found(UserRange range, UserDetails user) {

		Cursor cursor() {
			return this.range.cursor(this.user);
		}

	}

}
