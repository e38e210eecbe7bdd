package dev.segmentation.report.trace;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An act of an account on a report.
 *
 * @param account the account's login; {@code null} when the account was deleted
 * @param endsAt the new end of an extended link; otherwise {@code null}
 * @param changed the changed settings of a link, separated by commas; otherwise
 * {@code null}
 */
public record ReportEvent(ReportEventKind kind, @Nullable String account, Instant at, @Nullable Instant endsAt,
		@Nullable String changed) {
}
