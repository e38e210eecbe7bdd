package dev.segmentation.membership;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.segmentation.membership.end.EndChange;
import dev.segmentation.membership.end.InvalidTtlException;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.membership.member.MemberSelection;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.database.ReadOnly;
import dev.segmentation.shared.refusal.ForbiddenException;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.shared.refusal.RestrictedSegmentException;
import dev.segmentation.user.User;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds users to segments, removes them, and lists the segments of a user and the users of
 * a segment. Each change of a segment that the account may not change is refused
 * ({@link RestrictedSegmentException}). Lists leave out an expired membership even before
 * the job removes it.
 */
@Service
public class MembershipService {

	private final MembershipRepository memberships;

	private final BulkMembershipRepository bulk;

	private final SegmentService segments;

	MembershipService(MembershipRepository memberships, BulkMembershipRepository bulk, SegmentService segments) {
		this.memberships = memberships;
		this.bulk = bulk;
		this.segments = segments;
	}

	/**
	 * Adds a user to all of the segments, or to none.
	 * @param ttl the lifetime of the memberships; {@code null} without end
	 * @return the ids of the operations, in the order of the segments
	 * @throws NotFoundException when the user or a segment does not exist
	 * @throws MembershipExistsException when the user is already in a segment, or a
	 * segment is named twice
	 * @throws InvalidTtlException when the end has passed
	 */
	public List<Long> add(long userId, SegmentReferences segments, @Nullable Ttl ttl, ActKind through,
			CurrentAccount by) {
		return this.memberships.add(userId, segments, ttl, through, by.id());
	}

	/**
	 * Removes a user from all of the segments, or from none.
	 * @return the ids of the operations, in the order of the segments
	 * @throws NotFoundException when the user or a segment does not exist, the user is
	 * not in a segment, or a segment is named twice
	 */
	public List<Long> remove(long userId, SegmentReferences segments, ActKind through, CurrentAccount by) {
		return this.memberships.remove(userId, segments, through, by.id());
	}

	/**
	 * Removes a user from a segment, but only the membership that an account saw.
	 * @param since the start of that membership
	 * @throws NotFoundException when the user or the segment does not exist, or the user
	 * is not in the segment
	 * @throws MembershipChangedException when a later membership has begun
	 */
	public void removeShown(long userId, long segmentId, Instant since, ActKind through, CurrentAccount by) {
		this.memberships.removeShown(userId, segmentId, since, through, by.id());
	}

	/**
	 * Adds users to a segment in one act. Present members are not changed.
	 * @param ttl the lifetime of the memberships; {@code null} without end
	 * @throws NotFoundException when the segment does not exist
	 * @throws InvalidTtlException when the end has passed
	 */
	public AddedUsers addUsers(long segmentId, Collection<Long> users, @Nullable Ttl ttl, CurrentAccount by) {
		return this.bulk.add(segmentId, users, ttl, ActKind.PAGE, by.id());
	}

	/**
	 * Adds the users that a query finds to a segment in one act, without end. Present
	 * members are not changed.
	 * @throws NotFoundException when the segment does not exist
	 */
	public AddedUsers addFound(long segmentId, UserQuery users, CurrentAccount by) {
		return this.bulk.add(segmentId, users, by.id());
	}

	/**
	 * Adds the new users of a pasted list to its segment in one act. A list that was
	 * added before is not changed.
	 * @return the act; empty if nothing was changed
	 * @throws NotFoundException when the segment does not exist
	 * @throws InvalidTtlException when the end has passed
	 */
	public Optional<Long> addList(long listId, CurrentAccount by) {
		return this.bulk.addList(listId, by.id());
	}

	/**
	 * Makes a user a member of a segment in one act. A present membership gets the end.
	 * @param ttl the lifetime of the membership; {@code null} without end
	 * @return whether the user was added
	 * @throws NotFoundException when the user or the segment does not exist
	 * @throws InvalidTtlException when the end has passed
	 */
	public boolean put(long userId, long segmentId, @Nullable Ttl ttl, CurrentAccount by) {
		return this.memberships.put(userId, segmentId, ttl, by.id());
	}

	/**
	 * Removes those of the users who are members from a segment in one act.
	 * @param through the source of the act
	 * @throws NotFoundException when the segment does not exist
	 */
	public RemovedUsers removeUsers(long segmentId, Collection<Long> users, ActKind through, CurrentAccount by) {
		return this.bulk.remove(segmentId, users, through, by.id());
	}

	/**
	 * Finds the times of a present membership, by its key alone.
	 */
	@ReadOnly
	public Optional<MembershipTimes> times(long userId, long segmentId) {
		return this.memberships.findTimes(userId, segmentId);
	}

	/**
	 * Removes members from a segment in one act.
	 * @throws NotFoundException when the segment does not exist
	 */
	public RemovedUsers removeMembers(long segmentId, MemberSelection members, CurrentAccount by) {
		return this.bulk.remove(segmentId, members, by.id());
	}

	/**
	 * Removes the users that a query finds from a segment in one act.
	 * @throws NotFoundException when the segment does not exist
	 */
	public RemovedUsers removeFound(long segmentId, UserQuery users, CurrentAccount by) {
		return this.bulk.remove(segmentId, users, by.id());
	}

	/**
	 * Changes the end of memberships in a segment in one act. Ends that stay the same are
	 * not recorded.
	 * @throws NotFoundException when the segment does not exist
	 * @throws InvalidTtlException when the new end has passed
	 */
	public ChangedEnds changeEnd(long segmentId, MemberSelection members, EndChange end, CurrentAccount by) {
		return (end instanceof EndChange.Later later) ? this.bulk.extend(segmentId, members, later, by.id())
				: this.bulk.changeEnd(segmentId, members, end, by.id());
	}

	/**
	 * Finds the names of a user's segments, in the order of the segments' ids.
	 * @throws NotFoundException when the user does not exist
	 */
	@ReadOnly
	public List<String> activeSegments(long userId) {
		return this.memberships.findActiveSegments(userId).orElseThrow(User::notFound);
	}

	/**
	 * Passes the users of a segment to the consumer in the order of their ids, as the
	 * database sends them.
	 * @param after only users with a higher id
	 * @param limit the largest number of users; {@code null} for all
	 * @throws ForbiddenException when the account is restricted to other segments
	 * @throws NotFoundException when the segment does not exist
	 */
	@Transactional(readOnly = true)
	public void forEachActiveUser(long segmentId, long after, @Nullable Integer limit, CurrentAccount by,
			Consumer<User> consumer) {
		this.segments.get(segmentId, by);
		this.memberships.forEachActiveUser(segmentId, after, limit, consumer);
	}

}
