package dev.segmentation.membership;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some of a segment's members, in order.
 *
 * @param previous where the page before ends; {@code null} when this is the first
 * @param next where the page after begins; {@code null} when this is the last
 */
public record MemberPage(List<Member> members, @Nullable String previous, @Nullable String next) {
}
