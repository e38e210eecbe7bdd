package dev.segmentation.dashboard;

import java.time.Instant;

/**
 * How many there are of each at one moment.
 */
public record Totals(long users, long segments, long memberships, Instant at) {
}
