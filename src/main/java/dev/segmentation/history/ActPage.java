package dev.segmentation.history;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some acts, the newest first.
 *
 * @param newer where the newer ones begin; {@code null} when these are the newest
 * @param older where the older ones begin; {@code null} at the beginning of the history
 * @param searchedTo how far was searched when the page is not full and there may be more;
 * {@code null} otherwise
 */
public record ActPage(List<ActSummary> acts, @Nullable ActCursor newer, @Nullable ActCursor older,
		@Nullable Instant searchedTo) {
}
