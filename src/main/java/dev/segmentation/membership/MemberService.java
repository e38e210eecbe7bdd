package dev.segmentation.membership;

import java.util.List;
import java.util.Optional;

import dev.segmentation.shared.InvalidInputException;
import dev.segmentation.shared.ReadOnly;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Shows a segment's members page by page, and finds some among them.
 */
@Service
@ReadOnly
public class MemberService {

	private static final int SUGGESTIONS = 10;

	private final MemberRepository members;

	private final MemberSearchRepository searches;

	MemberService(MemberRepository members, MemberSearchRepository searches) {
		this.members = members;
		this.searches = searches;
	}

	/**
	 * A page of a segment's members; an empty one when there is no such segment.
	 */
	public MemberPage list(long segmentId, MemberFilter filter) {
		if (!filter.search().isEmpty()) {
			return search(segmentId, filter);
		}
		return filter.ending() ? ending(segmentId, filter) : byId(segmentId, filter);
	}

	private MemberPage byId(long segmentId, MemberFilter filter) {
		List<Long> ids = (filter.before() != null)
				? this.members.before(segmentId, userId(filter.before()), MemberFilter.PAGE + 1)
				: this.members.after(segmentId, userId(filter.after()), MemberFilter.PAGE + 1);
		return page(segmentId, filter, ids, (member) -> String.valueOf(member.userId()));
	}

	private MemberPage ending(long segmentId, MemberFilter filter) {
		List<Long> ids = (filter.before() != null)
				? this.members.endingBefore(segmentId, EndCursor.parse(filter.before()), MemberFilter.PAGE + 1)
				: this.members.endingAfter(segmentId,
						(filter.after() != null) ? EndCursor.parse(filter.after()) : EndCursor.START,
						MemberFilter.PAGE + 1);
		return page(segmentId, filter, ids, (member) -> EndCursor.of(member).toString());
	}

	/**
	 * Makes a page of one member more than it shows, who tells whether there are more.
	 */
	private MemberPage page(long segmentId, MemberFilter filter, List<Long> ids, Cursor cursor) {
		boolean backwards = filter.before() != null;
		boolean more = ids.size() > MemberFilter.PAGE;
		List<Long> shown = more ? ids.subList(0, MemberFilter.PAGE) : ids;
		List<Member> page = this.members.findAll(segmentId, backwards ? shown.reversed() : shown);
		if (page.isEmpty()) {
			return new MemberPage(page, null, null);
		}
		boolean previous = backwards ? more : filter.after() != null;
		boolean next = backwards || more;
		return new MemberPage(page, previous ? cursor.of(page.getFirst()) : null,
				next ? cursor.of(page.getLast()) : null);
	}

	private MemberPage search(long segmentId, MemberFilter filter) {
		MemberSearch search = new MemberSearch(this.searches, segmentId, filter.search());
		if (filter.after() == null) {
			search.exact();
			search.run(PrefixSearch.start(filter.search()));
		}
		else {
			search.run(PrefixSearch.resume(filter.search(), filter.after()));
		}
		return new MemberPage(this.members.findAll(segmentId, search.found()), null, search.next());
	}

	private static long userId(@Nullable String cursor) {
		try {
			return (cursor != null) ? Long.parseLong(cursor) : Long.MIN_VALUE;
		}
		catch (NumberFormatException ex) {
			throw new InvalidInputException();
		}
	}

	/**
	 * Users who may be meant by what is being typed: exact matches first.
	 */
	public List<Suggestion> suggest(long segmentId, String text) {
		return text.isEmpty() ? List.of() : this.searches.suggest(segmentId, text, SUGGESTIONS);
	}

	/**
	 * The user whom a text names: by id, login, e-mail or external id, whichever first
	 * names one.
	 */
	public Optional<Long> resolve(String text) {
		return this.searches.findUser(text);
	}

	/**
	 * Those of the users who are in a segment now, in this order.
	 */
	public List<Member> among(long segmentId, List<Long> userIds) {
		return this.members.findAll(segmentId, userIds);
	}

	/**
	 * The place of a member in the order of a list.
	 */
	private interface Cursor {

		String of(Member member);

	}

}
