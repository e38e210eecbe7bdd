package dev.segmentation.history.act;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.Selection;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.database.ReadOnly;
import dev.segmentation.shared.refusal.NotFoundException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Lists the history act by act, newest first. The cost of a page does not depend on the
 * length of the history.
 */
@Service
@ReadOnly
public class ActService {

	/**
	 * The largest number of acts that one search reads when few of them meet the filter.
	 */
	private static final int LONGEST_WALK = 2000;

	/** The same for a search by note, which reads only acts with a note, by an index. */
	private static final int LONGEST_NOTED_WALK = 20_000;

	private static final int CHANGES_LISTED = 3;

	/** The sources of the acts that are not expiries. */
	private static final Set<ActKind> OTHERS = EnumSet.complementOf(EnumSet.of(ActKind.EXPIRY));

	private final ActWalkRepository walks;

	private final ActRepository acts;

	private final ExpiryHourRepository hours;

	ActService(ActWalkRepository walks, ActRepository acts, ExpiryHourRepository hours) {
		this.walks = walks;
		this.acts = acts;
		this.hours = hours;
	}

	/**
	 * Finds a page of the acts that meet a filter.
	 * @param cursor {@code null} for the newest acts
	 */
	public FoundActs page(HistoryFilter filter, @Nullable Cursor cursor, int size) {
		ActWalk walk = walk(filter, cursor, size + 1);
		ActPosition stop = (walk.found().size() <= size) ? walk.stoppedAt() : null;
		if (cursor != null && cursor.back() && stop == null && walk.found().size() < size) {
			// The newer acts do not fill a page, so this is the first page.
			return page(filter, null, size);
		}
		Page<ActPosition> page = positions(walk, cursor, size);
		List<Long> ids = page.items().stream().map(ActPosition::id).toList();
		return new FoundActs(page.with(this.acts.find(ids, filter.segments(), CHANGES_LISTED)),
				isFolded(filter) ? this.hours.find(ids, filter) : Map.of(), (stop != null) ? stop.at() : null);
	}

	/**
	 * Whether the expiries of an hour are one line. They are listed one by one when the
	 * filter names users, or sources.
	 */
	private static boolean isFolded(HistoryFilter filter) {
		return filter.users().isAll() && !filter.hasActCondition();
	}

	private ActWalk walk(HistoryFilter filter, @Nullable Cursor cursor, int wanted) {
		if (isFolded(filter)) {
			return this.hours.walk(filter.through(OTHERS), cursor, wanted);
		}
		if (!filter.users().isAll()) {
			return this.walks.walkUsers(filter, cursor, wanted);
		}
		if (filter.segments().isAll() && !filter.note().isEmpty()) {
			ActWalk recent = this.walks.walkNotedActs(filter, cursor, LONGEST_WALK);
			return recent.isComplete(wanted) ? recent : this.walks.walkNotedActs(filter, cursor, LONGEST_NOTED_WALK);
		}
		if (filter.segments().isAll()) {
			return this.walks.walkActs(filter, cursor, wanted);
		}
		return walkBothWays(filter, cursor, wanted);
	}

	/**
	 * Either the account made few acts of these kinds, or the segment has few acts. Takes
	 * the walk that completes the page, or else the longer one.
	 */
	private ActWalk walkBothWays(HistoryFilter filter, @Nullable Cursor cursor, int wanted) {
		ActWalk segments = this.walks.walkSegments(filter, cursor, LONGEST_WALK);
		if (segments.isComplete(wanted)) {
			return segments;
		}
		ActWalk acts = this.walks.walkActsOfSegments(filter, cursor, LONGEST_WALK);
		boolean newestFirst = cursor == null || !cursor.back();
		return acts.isComplete(wanted) ? acts : ActWalk.further(segments, acts, newestFirst);
	}

	/**
	 * Even an empty page has its links: a search that stopped early can continue, and a
	 * page after a cursor leads back.
	 */
	private static Page<ActPosition> positions(ActWalk walk, @Nullable Cursor cursor, int size) {
		Page<ActPosition> page = Page.of(walk.found(), cursor, size, ActPosition::cursor);
		boolean back = cursor != null && cursor.back();
		Cursor behind = back ? page.next() : page.previous();
		Cursor ahead = back ? page.previous() : page.next();
		if (cursor != null && page.items().isEmpty()) {
			behind = cursor.reversed();
		}
		if (ahead == null && walk.stoppedAt() != null) {
			Cursor stop = walk.stoppedAt().cursor();
			ahead = back ? stop.reversed() : stop;
		}
		return back ? new Page<>(page.items(), ahead, behind) : new Page<>(page.items(), behind, ahead);
	}

	/**
	 * Finds an act.
	 * @param changes the largest number of its changes to list
	 * @throws NotFoundException when no act has the id
	 */
	public ActSummary get(long id, int changes) {
		return find(id, changes).orElseThrow(ActSummary::notFound);
	}

	/**
	 * Finds an act that may not exist.
	 * @param changes the largest number of its changes to list
	 */
	public Optional<ActSummary> find(long id, int changes) {
		return this.acts.find(List.of(id), Selection.all(), changes).stream().findFirst();
	}

	/**
	 * Returns the moments after which acts are a part of a segment's members: the times
	 * of their last operations.
	 */
	public Map<Long, Instant> moments(long segmentId, Collection<Long> actIds) {
		return this.acts.findMoments(segmentId, actIds);
	}

	/**
	 * Finds the changes of an act in one segment.
	 * @param type the additions, the removals or the changes of ends
	 */
	public Optional<ActChange> findChange(long actId, long segmentId, ActChangeType type) {
		return this.acts.findChange(actId, segmentId, type);
	}

	/**
	 * Finds a page of the users of an act's changes in a segment, in the order of their
	 * ids.
	 * @param cursor {@code null} for the first page
	 */
	public Page<ActUser> users(long actId, long segmentId, ActChangeType type, @Nullable Cursor cursor, int size) {
		return Page.read(cursor, size, (user) -> Cursor.after(user.id()),
				(from, limit) -> this.acts.findUsers(actId, segmentId, type, from, limit));
	}

}
