package dev.segmentation.membership.member;

import java.util.List;
import java.util.Optional;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.csv.CsvReader;
import dev.segmentation.shared.database.ReadOnly;
import dev.segmentation.user.UserSearch;
import dev.segmentation.user.UserSuggestion;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists and searches the members of a segment.
 */
@Service
@ReadOnly
public class MemberService {

	private static final int SUGGESTIONS = 10;

	private static final int MOST_BEFORE = 10_000;

	private final MemberRepository members;

	private final MemberSearchRepository searches;

	private final SelectedMemberRepository selected;

	private final UserSearch users;

	MemberService(MemberRepository members, MemberSearchRepository searches, SelectedMemberRepository selected,
			UserSearch users) {
		this.members = members;
		this.searches = searches;
		this.selected = selected;
		this.users = users;
	}

	/**
	 * Returns a page of a segment's members. The page is empty when the segment does not
	 * exist. Only lists that an index orders have previous pages. A page may have fewer
	 * members and still have a next page.
	 * @param cursor where the page begins; {@code null} for the first page
	 */
	public Page<Member> list(long segmentId, MemberFilter filter, @Nullable Cursor cursor) {
		if (!filter.search().isEmpty() || filter.order() == MemberOrder.LOGIN) {
			return search(segmentId, filter, cursor);
		}
		Page<MemberKey> keys = filter.isSparse() ? readSparse(segmentId, filter, cursor)
				: Page.read(cursor, Page.SIZE, (key) -> key.cursor(filter.order()),
						(from, limit) -> this.members.findKeys(segmentId, filter, from, limit));
		return keys.with(findMembers(segmentId, keys.items().stream().map(MemberKey::userId).toList()));
	}

	private Page<MemberKey> readSparse(long segmentId, MemberFilter filter, @Nullable Cursor cursor) {
		List<MemberKey> found = this.members.findSparseKeys(segmentId, filter, cursor, Page.SIZE + 1);
		Optional<MemberKey> last = (found.size() > Page.SIZE) ? Optional.of(found.get(Page.SIZE - 1))
				: this.members.findEndOfBudget(segmentId, filter, cursor);
		return new Page<>(found.subList(0, Math.min(found.size(), Page.SIZE)), null,
				last.map((key) -> key.cursor(filter.order())).orElse(null));
	}

	private Page<Member> search(long segmentId, MemberFilter filter, @Nullable Cursor cursor) {
		Page<Long> found = new MemberSearch(this.searches, segmentId, filter).page(cursor);
		return found.with(findMembers(segmentId, found.items()));
	}

	/**
	 * Returns the number of members before a page of all members by id. It is
	 * {@code null} for other lists, and above 10,000, because counting takes longer than
	 * the page.
	 */
	public @Nullable Long countBefore(long segmentId, MemberFilter filter, Page<Member> page) {
		if (!filter.isAll() || filter.order() != MemberOrder.ID || page.items().isEmpty()) {
			return null;
		}
		long before = this.members.countBefore(segmentId, page.items().getFirst().userId(), MOST_BEFORE + 1);
		return (before <= MOST_BEFORE) ? (Long) before : null;
	}

	/**
	 * Counts selected members, and summarizes their current ends.
	 */
	public MemberEndSummary summary(long segmentId, MemberSelection selection) {
		return this.selected.summary(segmentId, selection);
	}

	/**
	 * Passes a CSV file of selected members to a reader.
	 */
	@Transactional(readOnly = true)
	public void readFile(long segmentId, MemberSelection selection, CsvReader reader) {
		this.selected.readFile(segmentId, selection, reader);
	}

	/**
	 * Passes the ids of selected members to a reader, one in each line.
	 */
	@Transactional(readOnly = true)
	public void readIds(long segmentId, MemberSelection selection, CsvReader reader) {
		this.selected.readIds(segmentId, selection, reader);
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
