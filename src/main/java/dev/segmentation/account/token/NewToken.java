package dev.segmentation.account.token;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A token to create, or what is to change about one.
 *
 * @param name unique among the tokens of its owner
 * @param endsAt {@code null} without end
 */
public record NewToken(String name, TokenLimits limits, @Nullable Instant endsAt) {
}
