package dev.segmentation.dashboard;

import org.jspecify.annotations.Nullable;

/**
 * A segment that a search found.
 *
 * @param formerName an earlier name that matches, unless the name does
 */
public record FoundSegment(long id, String name, String description, @Nullable String formerName) {
}
