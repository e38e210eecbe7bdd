package dev.segmentation.history.period;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A change of the end of a membership during its period.
 *
 * @param before the end before the change; {@code null} without one
 * @param after the new end; {@code null} without one
 * @param change when and by whom the end was changed
 */
public record ChangedEnd(long segmentId, @Nullable Instant before, @Nullable Instant after, PeriodEnd change) {
}
