package dev.segmentation.segment;

import org.jspecify.annotations.Nullable;

/**
 * An account that owns a segment or could own it.
 *
 * @param fullName {@code null} if the account has none
 * @param enabled whether the account can sign in
 * @param owner whether it owns the segment now
 */
public record SegmentOwner(long accountId, String login, @Nullable String fullName, boolean enabled, boolean owner) {
}
