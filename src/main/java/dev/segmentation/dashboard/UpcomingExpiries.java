package dev.segmentation.dashboard;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The memberships that expire soon.
 *
 * @param segments their segments, the next expiry first
 * @param memberships the number of memberships
 * @param countedTo the last expiry that is counted; {@code null} when all are counted
 */
public record UpcomingExpiries(List<UpcomingExpiry> segments, long memberships, @Nullable Instant countedTo) {
}
