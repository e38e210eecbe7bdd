package dev.segmentation.membership;

import java.util.Collection;
import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.NotFoundException;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.ReadOnly;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * The segments of one user: the memberships with their start and source, and the segments
 * to which the user could be added.
 */
@Service
@ReadOnly
public class UserMembershipService {

	private final UserMembershipRepository memberships;

	UserMembershipService(UserMembershipRepository memberships) {
		this.memberships = memberships;
	}

	/**
	 * A page of a user's memberships, newest first.
	 * @param cursor where it begins; {@code null} for the first page
	 */
	public Page<UserMembership> page(long userId, @Nullable Cursor cursor, int size) {
		return Page.read(cursor, size, (membership) -> Cursor.after(membership.since(), membership.segmentId()),
				(from, limit) -> this.memberships.find(userId, from, limit));
	}

	/**
	 * A user's membership of a segment.
	 * @throws NotFoundException when the user is no member of it
	 */
	public UserMembership get(long userId, long segmentId) {
		return this.memberships.find(userId, segmentId).orElseThrow(UserMembership::notFound);
	}

	/**
	 * Segments that a user is no member of.
	 * @param text a part of their names; empty for all
	 */
	public List<SegmentChoice> choices(long userId, String text, int limit) {
		return this.memberships.findChoices(userId, text, limit);
	}

	/**
	 * The segments with these ids that exist.
	 */
	public List<SegmentChoice> segments(Collection<Long> ids) {
		return ids.isEmpty() ? List.of() : this.memberships.findSegments(ids);
	}

	/**
	 * The names of the segments with these ids that a user is a member of.
	 */
	public List<String> joined(long userId, Collection<Long> segmentIds) {
		return this.memberships.findJoined(userId, segmentIds);
	}

}
