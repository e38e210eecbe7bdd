package dev.segmentation.membership;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.database.ReadOnly;
import dev.segmentation.shared.refusal.NotFoundException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Finds the memberships of one user with their start and source, and the segments to
 * which the user can be added.
 */
@Service
@ReadOnly
public class UserMembershipService {

	private final UserMembershipRepository memberships;

	UserMembershipService(UserMembershipRepository memberships) {
		this.memberships = memberships;
	}

	/**
	 * Returns a page of a user's memberships, newest first.
	 * @param cursor where the page begins; {@code null} for the first page
	 */
	public Page<UserMembership> page(long userId, @Nullable Cursor cursor, int size) {
		return Page.read(cursor, size, (membership) -> Cursor.after(membership.since(), membership.segmentId()),
				(from, limit) -> this.memberships.find(userId, from, limit));
	}

	/**
	 * Returns a page of the memberships that a user had at a moment.
	 * @param cursor where the page begins; {@code null} for the first page
	 */
	public Page<PastMembership> page(long userId, Instant moment, @Nullable Cursor cursor, int size) {
		return Page.read(cursor, size, (membership) -> Cursor.after(membership.segmentId()),
				(from, limit) -> this.memberships.findPast(userId, moment, from, limit));
	}

	/**
	 * Returns a user's membership in a segment.
	 * @throws NotFoundException when the user is not a member
	 */
	public UserMembership get(long userId, long segmentId) {
		return this.memberships.find(userId, segmentId).orElseThrow(UserMembership::notFound);
	}

	/**
	 * Finds segments that the user is not in.
	 * @param text a part of the names; empty for all
	 */
	public List<SegmentChoice> choices(long userId, String text, int limit) {
		return this.memberships.findChoices(userId, text, limit);
	}

	/**
	 * Finds the existing segments with these ids.
	 */
	public List<SegmentChoice> segments(Collection<Long> ids) {
		return ids.isEmpty() ? List.of() : this.memberships.findSegments(ids);
	}

	/**
	 * Finds the names of those of the segments that the user is in.
	 */
	public List<String> joined(long userId, Collection<Long> segmentIds) {
		return this.memberships.findJoined(userId, segmentIds);
	}

}
