package dev.segmentation.membership;

import java.util.Collection;
import java.util.List;

import dev.segmentation.shared.DatedCursor;
import dev.segmentation.shared.DatedPage;
import dev.segmentation.shared.NotFoundException;
import dev.segmentation.shared.ReadOnly;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * One user's segments: where they are, since when and why, and where else they could be.
 */
@Service
@ReadOnly
public class UserMembershipService {

	private final UserMembershipRepository memberships;

	UserMembershipService(UserMembershipRepository memberships) {
		this.memberships = memberships;
	}

	/**
	 * A part of a user's memberships, newest first.
	 * @param cursor where to go on; {@code null} for the newest
	 * @param size how many at most
	 */
	public DatedPage<UserMembership> page(long userId, @Nullable DatedCursor cursor, int size) {
		return DatedPage.of(this.memberships.find(userId, cursor, size + 1), cursor, size,
				(item, onward) -> new DatedCursor(item.since(), item.segmentId(), onward));
	}

	/**
	 * A user's membership of a segment.
	 * @throws NotFoundException when the user is not in it
	 */
	public UserMembership get(long userId, long segmentId) {
		return this.memberships.find(userId, segmentId).orElseThrow(UserMembership::notFound);
	}

	/**
	 * Segments that a user is not in.
	 * @param text a part of their names; empty for any
	 */
	public List<SegmentChoice> choices(long userId, String text, int limit) {
		return this.memberships.findChoices(userId, text.replace("\0", "").strip(), limit);
	}

	/**
	 * Those of the segments that exist.
	 */
	public List<SegmentChoice> segments(Collection<Long> ids) {
		return ids.isEmpty() ? List.of() : this.memberships.findSegments(ids);
	}

	/**
	 * The names of those of the segments that a user is in.
	 */
	public List<String> entered(long userId, Collection<Long> segmentIds) {
		return this.memberships.findEntered(userId, segmentIds);
	}

}
