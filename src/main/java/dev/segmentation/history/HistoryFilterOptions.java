package dev.segmentation.history;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the fields of the history's filters offer.
 *
 * @param beginning when the first act was done; {@code null} without acts
 * @param staff the logins of staff and integrations in alphabetical order
 */
public record HistoryFilterOptions(@Nullable Instant beginning, List<String> staff) {
}
