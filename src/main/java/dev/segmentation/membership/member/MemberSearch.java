package dev.segmentation.membership.member;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.segmentation.membership.member.MemberSearchRepository.Found;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * Searches one page of members that match a text. Exact matches come first, then logins
 * and then e-mail addresses that start with the text, and then fields that contain it.
 * When many users match and few of them are members, the page may have fewer members and
 * still have a next page.
 */
class MemberSearch {

	private final MemberSearchRepository repository;

	private final long segmentId;

	private final MemberFilter filter;

	private final boolean small;

	private final Set<Long> found = new LinkedHashSet<>();

	private @Nullable Cursor next;

	MemberSearch(MemberSearchRepository repository, long segmentId, MemberFilter filter) {
		this.repository = repository;
		this.segmentId = segmentId;
		this.filter = filter;
		this.small = repository.isSmall(segmentId, filter);
	}

	/**
	 * Finds the ids of a page.
	 */
	Page<Long> page(@Nullable Cursor cursor) {
		if (cursor == null && !this.filter.search().isEmpty()) {
			exact();
		}
		run(MemberRange.from(this.filter.search(), cursor));
		return new Page<>(new ArrayList<>(this.found), null, this.next);
	}

	private void exact() {
		this.found.addAll(this.repository.findExact(this.segmentId, this.filter));
	}

	private void run(MemberRange range) {
		// One more row shows whether there is a next page. Exact matches may appear
		// again.
		int limit = Page.SIZE + 1;
		List<Found> members = this.small ? this.repository.findInSmall(this.segmentId, this.filter, range, limit)
				: this.repository.find(this.segmentId, this.filter, range, limit);
		String last = "";
		for (Found member : members) {
			if (this.found.size() == Page.SIZE && !this.found.contains(member.id())) {
				this.next = range.cursor(last);
				return;
			}
			this.found.add(member.id());
			last = member.key();
		}
		continueSearch(range);
	}

	private void continueSearch(MemberRange range) {
		Optional<String> stopped = this.small ? Optional.empty() : this.repository.findEndOfBudget(range);
		if (stopped.isPresent()) {
			this.next = range.cursor(stopped.get());
		}
		else {
			range.next().ifPresent(this::run);
		}
	}

}
