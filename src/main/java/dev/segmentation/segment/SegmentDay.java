package dev.segmentation.segment;

import java.time.LocalDate;

/**
 * The changes of a segment on a day (UTC).
 *
 * @param entered the number of users that were added
 * @param left the number of users that were removed
 * @param expired the number of memberships that expired
 * @param size the number of members at the end of the day, or now
 */
public record SegmentDay(LocalDate day, long entered, long left, long expired, long size) {
}
