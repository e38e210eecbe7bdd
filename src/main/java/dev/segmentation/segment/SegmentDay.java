package dev.segmentation.segment;

import java.time.LocalDate;

/**
 * What happened to a segment on a day (UTC).
 *
 * @param entered how many users entered
 * @param left how many were taken out
 * @param expired how many left because their time was over
 * @param size how many users it had at the end of the day, or has now
 */
public record SegmentDay(LocalDate day, long entered, long left, long expired, long size) {
}
