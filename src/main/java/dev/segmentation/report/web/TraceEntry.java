package dev.segmentation.report.web;

import java.time.Instant;
import java.util.List;

import dev.segmentation.report.opening.LinkOpening;
import dev.segmentation.report.trace.ReportEvent;
import org.jspecify.annotations.Nullable;

/**
 * A line of a report's trace.
 *
 * @param kind names the message {@code reports.trace.<kind>}
 * @param account {@code null} for what no account did
 * @param endsAt the new end of an extended link; otherwise {@code null}
 * @param opening a download by the link; otherwise {@code null}
 * @param changed the changed settings of a link, which name the messages
 * {@code reports.setting.<name>}
 */
record TraceEntry(String kind, Instant at, @Nullable String account, @Nullable Instant endsAt,
		@Nullable LinkOpening opening, List<String> changed) {

	static TraceEntry of(ReportEvent event) {
		return new TraceEntry(event.kind().name(), event.at(), event.account(), event.endsAt(), null,
				(event.changed() != null) ? List.of(event.changed().split(",")) : List.of());
	}

	static TraceEntry of(LinkOpening opening) {
		return new TraceEntry("OPENED", opening.openedAt(), null, null, opening, List.of());
	}

	static TraceEntry of(String kind, Instant at, @Nullable String account) {
		return new TraceEntry(kind, at, account, null, null, List.of());
	}

}
