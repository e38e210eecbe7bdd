package dev.segmentation.history.period;

import java.time.Instant;

import dev.segmentation.shared.ActKind;
import org.jspecify.annotations.Nullable;

/**
 * The start or the end of a membership period.
 *
 * @param actId the act that made the change; {@code null} when no act recorded it
 * @param kind the source of the change; {@code null} when no act recorded it
 * @param accountId the account that made the change; {@code null} for the system
 * @param account the login of the account; {@code null} when it was deleted
 * @param note the note of the account
 */
public record PeriodEnd(Instant at, @Nullable Long actId, @Nullable ActKind kind, @Nullable Long accountId,
		@Nullable String account, @Nullable String note) {
}
