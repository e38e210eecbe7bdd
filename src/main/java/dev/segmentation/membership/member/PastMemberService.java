package dev.segmentation.membership.member;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.database.ReadOnly;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Lists and searches the members that a segment had at a moment.
 */
@Service
@ReadOnly
public class PastMemberService {

	private final PastMemberRepository members;

	private final MemberSearchRepository searches;

	PastMemberService(PastMemberRepository members, MemberSearchRepository searches) {
		this.members = members;
		this.searches = searches;
	}

	/**
	 * Returns the first moment whose members are known.
	 * @return empty when the segment does not exist
	 */
	public Optional<Instant> beginning(long segmentId) {
		return this.members.findBeginning(segmentId);
	}

	/**
	 * Returns the number of members at a moment, and the range of their ids.
	 */
	public PastSegment segment(long segmentId, Instant at) {
		return this.members.find(segmentId, at);
	}

	/**
	 * Returns a page of the members at the moment by id, or of those that match a text,
	 * the best matches first. A page may have fewer members and still have a next page.
	 * @param search as in the present list; empty for all
	 * @param cursor where the page begins; {@code null} for the first page
	 */
	public Page<PastMember> list(PastSegment segment, String search, @Nullable Cursor cursor) {
		Page<Long> users = search.isEmpty() ? read(segment, cursor) : search(segment, search, cursor);
		return users.with(users.items().isEmpty() ? List.of() : this.members.findAll(segment, users.items()));
	}

	private Page<Long> read(PastSegment segment, @Nullable Cursor cursor) {
		UserWindow window = UserWindow.start(segment, cursor);
		List<Long> found = new ArrayList<>(this.members.findUsers(window, Page.SIZE + 1));
		while (found.size() <= Page.SIZE && !window.isLast() && window.budget() > 0) {
			window = window.next();
			found.addAll(this.members.findUsers(window, Page.SIZE + 1 - found.size()));
		}
		Page<Long> page = Page.of(found, cursor, Page.SIZE, Cursor::after);
		if (found.size() <= Page.SIZE && !window.isLast()) {
			return window.back() ? new Page<>(page.items(), window.end(), page.next())
					: new Page<>(page.items(), page.previous(), window.end());
		}
		boolean reachesStart = cursor != null && cursor.back() && found.size() < Page.SIZE;
		return reachesStart ? read(segment, null) : page;
	}

	private Page<Long> search(PastSegment segment, String text, @Nullable Cursor cursor) {
		MemberFilter filter = MemberFilter.ALL.searching(text).asOf(segment.at());
		return new MemberSearch(this.searches, segment.id(), filter).page(cursor);
	}

}
