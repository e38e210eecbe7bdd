package dev.segmentation.segment;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A segment with its present size.
 *
 * @param assignPercent the percentage of all users that were added when it was created
 * @param size the number of its members
 * @param users the number of all users
 * @param changeToday the change of its size since midnight UTC
 * @param changedAt when a member was last added or removed; the time of its creation
 * before that
 * @param createdBy the login of the account that created it; {@code null} when the
 * account was deleted
 * @param version counts changes of name and description
 * @param restricted whether only its owners and administrators may change it
 */
public record SegmentDetails(long id, String name, String description, BigDecimal assignPercent, long size, long users,
		long changeToday, Instant changedAt, Instant createdAt, @Nullable String createdBy, int version,
		boolean restricted) {
}
