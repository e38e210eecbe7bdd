package dev.segmentation.membership;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.NotFoundException;
import dev.segmentation.shared.ReadOnly;
import dev.segmentation.user.User;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Memberships: adds users to segments, removes them, and tells who is where. What has
 * expired is nowhere, whether or not it has been swept.
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
	 * Adds a user to segments, to all or to none.
	 * @param ttl how long they stay; {@code null} for good
	 * @return the operations, in the order of the segments
	 * @throws NotFoundException when there is no such user
	 * @throws dev.segmentation.shared.NotFoundException when one segment is unknown
	 * @throws MembershipExistsException when the user is in one already, or one is named
	 * twice
	 */
	public List<Long> add(long userId, SegmentReferences segments, @Nullable Ttl ttl, ActKind through,
			CurrentAccount by) {
		return this.memberships.add(userId, segments, ttl, through, by.id());
	}

	/**
	 * Removes a user from segments, from all or from none.
	 * @return the operations, in the order of the segments
	 * @throws NotFoundException when there is no such user
	 * @throws dev.segmentation.shared.NotFoundException when one segment is unknown
	 * @throws NotFoundException when the user is not in one, or one is named twice
	 */
	public List<Long> remove(long userId, SegmentReferences segments, ActKind through, CurrentAccount by) {
		return this.memberships.remove(userId, segments, through, by.id());
	}

	/**
	 * Adds many users to a segment: those who exist and are not in it yet.
	 * @param ttl how long they stay; {@code null} for good
	 * @throws dev.segmentation.shared.NotFoundException when there is no such segment
	 * @throws InvalidTtlException when the end is over before all are in
	 */
	public AddedUsers addUsers(long segmentId, Collection<Long> users, @Nullable Ttl ttl, CurrentAccount by) {
		return this.bulk.add(segmentId, users, ttl, ActKind.PAGE, by.id());
	}

	/**
	 * Removes many users from a segment: those who are still in it.
	 * @throws dev.segmentation.shared.NotFoundException when there is no such segment
	 */
	public RemovedUsers removeUsers(long segmentId, Collection<Long> users, CurrentAccount by) {
		return this.bulk.remove(segmentId, users, by.id());
	}

	/**
	 * Moves the end of many memberships of a segment; who has left stays away.
	 * @throws dev.segmentation.shared.NotFoundException when there is no such segment
	 * @throws InvalidTtlException when the new end is over
	 */
	public ChangedEnds changeEnd(long segmentId, Collection<Long> users, NewEnd end) {
		return this.bulk.changeEnd(segmentId, users, end);
	}

	/**
	 * The names of the segments a user is in, in the order of the segments' ids.
	 * @throws NotFoundException when there is no such user
	 */
	@ReadOnly
	public List<String> activeSegments(long userId) {
		return this.memberships.findActiveSegments(userId).orElseThrow(User::notFound);
	}

	/**
	 * Hands over a segment's users in the order of their ids, one by one as the database
	 * sends them.
	 * @param after only users with a higher id
	 * @param limit how many at most; {@code null} for all
	 * @throws dev.segmentation.shared.NotFoundException when there is no such segment
	 */
	@Transactional(readOnly = true)
	public void forEachActiveUser(long segmentId, long after, @Nullable Integer limit, Consumer<User> consumer) {
		this.segments.get(segmentId);
		this.memberships.forEachActiveUser(segmentId, after, limit, consumer);
	}

}
