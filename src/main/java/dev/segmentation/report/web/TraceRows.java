package dev.segmentation.report.web;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.segmentation.report.Report;
import dev.segmentation.report.ReportState;
import dev.segmentation.report.opening.LinkOpeningService;
import dev.segmentation.report.trace.ReportEvent;
import dev.segmentation.report.trace.ReportEventKind;
import dev.segmentation.report.trace.ReportTrace;

import org.springframework.stereotype.Component;

/**
 * Reads the trace of a report: how it was made, what accounts did to it, its last
 * openings and its end.
 */
@Component
class TraceRows {

	/** The page of the openings lists all. */
	private static final int OPENINGS = 5;

	private final ReportTrace trace;

	private final LinkOpeningService openings;

	TraceRows(ReportTrace trace, LinkOpeningService openings) {
		this.trace = trace;
		this.openings = openings;
	}

	/**
	 * Returns the trace, newest first.
	 */
	List<TraceEntry> of(Report report) {
		List<ReportEvent> events = this.trace.of(report.id());
		Stream<TraceEntry> opened = this.openings.page(report.id(), null, OPENINGS)
			.items()
			.stream()
			.map(TraceEntry::of);
		return Stream
			.of(Stream.of(TraceEntry.of("CREATED_" + report.place(), report.createdAt(), report.account())), opened,
					events.stream().map(TraceEntry::of), end(report, events))
			.flatMap((entries) -> entries)
			.sorted(Comparator.comparing(TraceEntry::at).reversed())
			.toList();
	}

	/** Earlier versions did not record who revoked a report. */
	private static Stream<TraceEntry> end(Report report, List<ReportEvent> events) {
		if (report.revokedAt() != null) {
			boolean known = events.stream()
				.map(ReportEvent::kind)
				.anyMatch((kind) -> kind == ReportEventKind.REVOKED || kind == ReportEventKind.REPLACED);
			return known ? Stream.empty() : Stream.of(TraceEntry.of("REVOKED", report.revokedAt(), null));
		}
		return (report.state() == ReportState.EXPIRED)
				? Stream.of(TraceEntry.of("EXPIRED", Objects.requireNonNull(report.expiresAt()), null))
				: Stream.empty();
	}

}
