package dev.segmentation.account.factor.code;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The wrong codes that an account entered in a row.
 *
 * @param nextAt the account has to wait until then; {@code null} when it never had to
 */
record CodeAttempts(int failures, @Nullable Instant nextAt) {
}
