package dev.segmentation.history;

import java.time.Instant;

import dev.segmentation.shared.ActKind;
import org.jspecify.annotations.Nullable;

/**
 * Either end of a stay: when, and by whose act.
 *
 * @param kind what it came through; {@code null} when no act tells
 * @param accountId whose act it was; {@code null} for the system
 * @param account what that account signs in with; {@code null} when it no longer exists
 * @param note what was said about it
 */
public record StayEnd(Instant at, @Nullable ActKind kind, @Nullable Long accountId, @Nullable String account,
		@Nullable String note) {
}
