package dev.segmentation.membership;

import org.jspecify.annotations.Nullable;

/**
 * The result of a change of memberships with the act that recorded it.
 *
 * @param actId {@code null} if nothing was changed
 */
public record ActResult<T>(T value, @Nullable Long actId) {
}
