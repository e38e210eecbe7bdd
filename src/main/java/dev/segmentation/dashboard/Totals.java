package dev.segmentation.dashboard;

import java.time.Instant;

/**
 * The numbers of users, segments and memberships at one moment.
 */
public record Totals(long users, long segments, long memberships, Instant at) {
}
