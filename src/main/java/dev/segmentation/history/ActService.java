package dev.segmentation.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.segmentation.shared.NotFoundException;
import dev.segmentation.shared.ReadOnly;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * The history as people read it: act by act, the newest first. What a page costs does not
 * depend on how long the history is.
 */
@Service
@ReadOnly
public class ActService {

	/** How many acts are looked at for a page of those that meet a rare combination. */
	private static final int LONGEST_WALK = 2000;

	private static final int CHANGES_LISTED = 3;

	private static final int MOST_STAFF = 200;

	private final ActWalkRepository walks;

	private final ActRepository acts;

	ActService(ActWalkRepository walks, ActRepository acts) {
		this.walks = walks;
		this.acts = acts;
	}

	/**
	 * A page of the acts that meet the filter.
	 * @param size how many acts at most
	 */
	public ActPage page(ActFilter filter, ActPlace place, int size) {
		ActWalk walk = walk(filter, ActSpan.of(filter, place), size + 1);
		boolean more = walk.found().size() > size;
		if (!place.older() && !more && walk.stoppedAt() == null) {
			// What is newer would not fill a page: then it is the first.
			return page(filter, ActPlace.newest(), size);
		}
		List<ActCursor> shown = more ? walk.found().subList(0, size) : walk.found();
		@Nullable ActCursor onward = more ? shown.getLast() : walk.stoppedAt();
		@Nullable ActCursor back = place.isNewest() ? null : shown.isEmpty() ? place.cursor() : shown.getFirst();
		Instant searchedTo = (!more && onward != null) ? onward.at() : null;
		return place.older() ? new ActPage(summaries(shown, filter), back, onward, searchedTo)
				: new ActPage(summaries(shown.reversed(), filter), onward, back, searchedTo);
	}

	private List<ActSummary> summaries(List<ActCursor> cursors, ActFilter filter) {
		return this.acts.find(cursors.stream().map(ActCursor::id).toList(), filter.segments(), CHANGES_LISTED);
	}

	private ActWalk walk(ActFilter filter, ActSpan span, int wanted) {
		if (filter.users() != null) {
			return this.walks.walkUsers(filter, span, wanted);
		}
		if (filter.segments() == null) {
			return this.walks.walkActs(filter, span, wanted);
		}
		if (ActWalkRepository.isAnybodys(filter)) {
			return this.walks.walkSegments(filter, span, wanted);
		}
		return walkBothWays(filter, span, wanted);
	}

	/**
	 * Either few acts are the account's and through these causes, or few are the
	 * segment's: the shorter way is taken that gets there. When neither does, the one
	 * that came further.
	 */
	private ActWalk walkBothWays(ActFilter filter, ActSpan span, int wanted) {
		ActWalk segments = this.walks.walkSegments(filter, span, LONGEST_WALK);
		if (segments.isComplete(wanted)) {
			return segments;
		}
		ActWalk acts = this.walks.walkActsOfSegments(filter, span, LONGEST_WALK);
		return acts.isComplete(wanted) ? acts : ActWalk.further(segments, acts, span.newestFirst());
	}

	/**
	 * An act.
	 * @param changes how many of its changes to list at most
	 * @throws NotFoundException when there is none with this id
	 */
	public ActSummary get(long id, int changes) {
		return this.acts.find(List.of(id), null, changes).stream().findFirst().orElseThrow(ActSummary::notFound);
	}

	/**
	 * What an act did to one segment.
	 * @param type whether users entered or left
	 */
	public Optional<ActChange> findChange(long actId, long segmentId, OperationType type) {
		return this.acts.findChange(actId, segmentId, type);
	}

	/**
	 * The users whom an act brought into a segment or took from it, in the order of their
	 * ids.
	 * @param place above or below which user the page lies; {@code null} for the first
	 */
	public ActUserPage users(long actId, long segmentId, OperationType type, @Nullable ActUserPlace place, int size) {
		boolean onward = place == null || place.above();
		long from = (place != null) ? place.userId() : -1;
		List<ActUser> found = this.acts.findUsers(actId, segmentId, type, from, onward, size + 1);
		boolean more = found.size() > size;
		if (!onward && !more) {
			return users(actId, segmentId, type, null, size);
		}
		List<ActUser> shown = more ? found.subList(0, size) : found;
		List<ActUser> inOrder = onward ? shown : shown.reversed();
		boolean before = onward ? place != null : more;
		boolean after = !onward || more;
		return new ActUserPage(inOrder, (before && !inOrder.isEmpty()) ? inOrder.getFirst().id() : null,
				(after && !inOrder.isEmpty()) ? inOrder.getLast().id() : null);
	}

	/**
	 * When the first act was done; empty when there is none yet.
	 */
	public Optional<Instant> beginning() {
		return this.acts.findBeginning();
	}

	/**
	 * The segments that are or once were called so, the deleted ones included.
	 */
	public List<Long> segmentsNamed(String name) {
		return this.acts.findSegmentsNamed(name);
	}

	/**
	 * What segments are or once were called, in the alphabet's order.
	 * @param start how the names begin
	 */
	public List<String> segmentNames(String start, int limit) {
		return this.acts.findSegmentNames(start, limit);
	}

	/**
	 * Finds the user whom staff mean by an id, external id, login or e-mail. An id is
	 * taken for one even when the user has been deleted.
	 */
	public Optional<Long> findUser(String reference) {
		return this.acts.findUser(reference);
	}

	/**
	 * Finds an account by its login.
	 */
	public Optional<Long> findAccount(String login) {
		return this.acts.findAccount(login);
	}

	/**
	 * The logins of staff and integrations, in the alphabet's order.
	 */
	public List<String> staff() {
		return this.acts.findStaff(MOST_STAFF);
	}

}
