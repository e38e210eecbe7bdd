package dev.segmentation.membership.member;

import java.time.Instant;

/**
 * A segment at a moment.
 *
 * @param size the number of its members
 * @param firstUser the lowest id of its members of any time
 * @param lastUser the highest id; below the lowest when nobody was ever a member
 * @param reads about how many changes and members tell who was a member
 */
public record PastSegment(long id, Instant at, long size, long firstUser, long lastUser, long reads) {
}
