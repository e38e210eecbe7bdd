package dev.segmentation.dashboard;

import java.time.Instant;

/**
 * The memberships in a segment that expire soon.
 *
 * @param id the segment's id
 * @param name the segment's name
 * @param next the time of the next expiry
 */
public record UpcomingExpiry(long id, String name, long memberships, Instant next) {
}
