package dev.segmentation.membership.member;

import java.time.Instant;

import dev.segmentation.shared.ActKind;
import org.jspecify.annotations.Nullable;

/**
 * The memberships of all segments that end in a period.
 *
 * @param from the start of the period; memberships that have ended are never listed
 * @param to the end of the period, inclusive
 * @param segment only this segment; {@code null} for all
 * @param source the source of the act that began the membership; {@code null} for all
 */
public record EndingFilter(Instant from, Instant to, @Nullable Long segment, @Nullable ActKind source) {
}
