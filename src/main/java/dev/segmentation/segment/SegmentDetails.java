package dev.segmentation.segment;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A segment as it is at this moment.
 *
 * @param assignPercent the percentage of all users who entered when it was created
 * @param size how many users it has
 * @param changeToday by how many it has grown since midnight UTC; negative when it shrank
 * @param changedAt when a user last came or went; the creation when none ever did
 * @param createdBy the login of who created it; {@code null} when that account is gone
 * @param version counts changes of name and description
 */
public record SegmentDetails(long id, String name, String description, BigDecimal assignPercent, long size,
		long changeToday, Instant changedAt, Instant createdAt, @Nullable String createdBy, int version) {
}
