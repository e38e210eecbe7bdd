package dev.segmentation.membership.member;

import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.database.ReadOnly;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Lists the memberships of all segments by their end.
 */
@Service
@ReadOnly
public class EndingMemberService {

	/** More memberships are not counted. */
	public static final int COUNTED = 10_000;

	private final EndingMemberRepository members;

	EndingMemberService(EndingMemberRepository members) {
		this.members = members;
	}

	/**
	 * Returns a page of memberships, the next to expire first. With a source, a page may
	 * have fewer memberships and still have a next page, and has no previous page.
	 * @param cursor where the page begins; {@code null} for the first page
	 */
	public Page<EndingMember> list(EndingFilter filter, @Nullable Cursor cursor) {
		if (filter.source() == null) {
			return Page.read(cursor, Page.SIZE, EndingMember::cursor,
					(from, limit) -> this.members.find(filter, from, limit));
		}
		List<EndingMember> found = this.members.find(filter, cursor, Page.SIZE + 1);
		if (found.size() > Page.SIZE) {
			List<EndingMember> shown = found.subList(0, Page.SIZE);
			return new Page<>(shown, null, shown.getLast().cursor());
		}
		return new Page<>(found, null, this.members.findEndOfBudget(filter, cursor).orElse(null));
	}

	/**
	 * Counts the memberships that end in a period, from any source.
	 * @return at most one more than {@link #COUNTED}
	 */
	public long count(EndingFilter filter) {
		return this.members.count(filter, COUNTED + 1);
	}

	/**
	 * Returns those of the memberships that still exist and have an end.
	 */
	public List<EndingMember> find(List<MembershipKey> keys) {
		return keys.isEmpty() ? List.of() : this.members.findAll(keys);
	}

}
