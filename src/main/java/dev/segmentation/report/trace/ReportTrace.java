package dev.segmentation.report.trace;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import dev.segmentation.shared.CurrentAccount;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Records what accounts do to reports. The records are deleted together with the report.
 */
@Service
public class ReportTrace {

	private static final int MOST_SHOWN = 100;

	private final ReportEventRepository events;

	ReportTrace(ReportEventRepository events) {
		this.events = events;
	}

	/**
	 * Records an event. It is part of the current transaction, if there is one.
	 */
	public void record(long reportId, ReportEventKind kind, CurrentAccount account) {
		record(reportId, kind, account, null);
	}

	/**
	 * Records an event that changes the end of a link.
	 * @param endsAt the new end
	 */
	public void record(long reportId, ReportEventKind kind, CurrentAccount account, @Nullable Instant endsAt) {
		this.events.insert(reportId, kind, account.id(), endsAt, null);
	}

	/**
	 * Records a change of the settings of a link.
	 */
	public void recordChange(long reportId, List<LinkSetting> changed, CurrentAccount account) {
		String names = changed.stream().map(LinkSetting::name).collect(Collectors.joining(","));
		this.events.insert(reportId, ReportEventKind.CHANGED, account.id(), null, names.isEmpty() ? null : names);
	}

	/**
	 * Returns how often the settings of a link were changed.
	 */
	public long countChanges(long reportId) {
		return this.events.count(reportId, ReportEventKind.CHANGED);
	}

	/**
	 * Records too many wrong passwords of a link, once an hour.
	 */
	public void recordLimit(long reportId) {
		this.events.insertHourly(reportId, ReportEventKind.LIMITED);
	}

	/**
	 * Returns the events of a report, newest first.
	 */
	public List<ReportEvent> of(long reportId) {
		return this.events.find(reportId, MOST_SHOWN);
	}

}
