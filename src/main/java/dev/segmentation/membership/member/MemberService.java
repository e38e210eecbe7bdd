package dev.segmentation.membership.member;

import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.database.ReadOnly;
import dev.segmentation.user.UserSearch;
import dev.segmentation.user.UserSuggestion;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Lists and searches the members of a segment.
 */
@Service
@ReadOnly
public class MemberService {

	private static final int SUGGESTIONS = 10;

	private final MemberRepository members;

	private final MemberSearchRepository searches;

	private final UserSearch users;

	MemberService(MemberRepository members, MemberSearchRepository searches, UserSearch users) {
		this.members = members;
		this.searches = searches;
		this.users = users;
	}

	/**
	 * Returns a page of a segment's members. The page is empty when the segment does not
	 * exist. A search has no previous pages.
	 * @param cursor where the page begins; {@code null} for the first page
	 */
	public Page<Member> list(long segmentId, MemberFilter filter, @Nullable Cursor cursor) {
		if (!filter.search().isEmpty()) {
			return search(segmentId, filter.search(), cursor);
		}
		Page<MemberKey> keys = Page.read(cursor, Page.SIZE, (key) -> key.cursor(filter.ending()),
				(from, limit) -> this.members.findKeys(segmentId, filter.ending(), from, limit));
		return keys.with(findMembers(segmentId, keys.items().stream().map(MemberKey::userId).toList()));
	}

	private Page<Member> search(long segmentId, String text, @Nullable Cursor cursor) {
		MemberSearch search = new MemberSearch(this.searches, segmentId, text);
		if (cursor == null) {
			search.exact();
		}
		search.run(MemberRange.from(text, cursor));
		return new Page<>(findMembers(segmentId, search.found()), null, search.next());
	}

	/**
	 * Users that the typed text may mean: exact matches first.
	 */
	public List<UserSuggestion> suggest(long segmentId, String text) {
		return this.users.suggest(text, segmentId, SUGGESTIONS);
	}

	/**
	 * Returns those of the users that are members of a segment, in the given order.
	 */
	public List<Member> findMembers(long segmentId, List<Long> userIds) {
		return userIds.isEmpty() ? List.of() : this.members.findAll(segmentId, userIds);
	}

}
