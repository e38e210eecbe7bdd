package dev.segmentation.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.segmentation.membership.end.EndChange;
import dev.segmentation.report.trace.LinkSetting;
import dev.segmentation.report.trace.ReportEventKind;
import dev.segmentation.report.trace.ReportTrace;
import dev.segmentation.shared.CurrentAccount;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the settings and the end of reports and their links.
 */
@Service
public class LinkChanges {

	/** The longest time from now to the end of a report. */
	public static final Duration LONGEST = Duration.ofDays(365);

	private final LinkSettingsRepository links;

	private final ReportRepository reports;

	private final ReportTrace trace;

	private final Clock clock;

	private final LinkPasswords passwords;

	private final TransactionTemplate transaction;

	LinkChanges(LinkSettingsRepository links, ReportRepository reports, ReportTrace trace, Clock clock,
			LinkPasswords passwords, PlatformTransactionManager transactions) {
		this.reports = reports;
		this.passwords = passwords;
		this.transaction = new TransactionTemplate(transactions);
		this.links = links;
		this.trace = trace;
		this.clock = clock;
	}

	/**
	 * Returns how often the settings of a report were changed.
	 */
	public long version(Report report) {
		return this.trace.countChanges(report.id());
	}

	/**
	 * Changes the settings of a report. Its link stays the same.
	 * @throws LinkChangedException when they were changed after the user saw them
	 * @throws StaleReportException when the report has ended
	 */
	public void change(Report report, LinkChange change, CurrentAccount account) {
		// Takes a while, and would hold the connection of a transaction.
		String hash = (change.password() != null) ? this.passwords.hash(change.password()) : null;
		this.transaction.executeWithoutResult((status) -> {
			Report present = lock(report);
			if (change.version() != null && change.version() != version(report)) {
				throw new LinkChangedException();
			}
			this.links.update(report.id(), change.settings());
			if (hash != null || change.unlock()) {
				this.links.setPassword(report.id(), hash);
			}
			this.trace.recordChange(report.id(), changed(present, change), account);
		});
	}

	private Report lock(Report report) {
		this.reports.lock(report.id());
		return this.reports.find(report.id())
			.filter(Report::isOpen)
			.orElseThrow(() -> new StaleReportException(report));
	}

	private static List<LinkSetting> changed(Report present, LinkChange change) {
		LinkSettings before = present.link();
		LinkSettings after = change.settings();
		Map<LinkSetting, Boolean> changed = new EnumMap<>(LinkSetting.class);
		changed.put(LinkSetting.TITLE, !Objects.equals(before.title(), after.title()));
		changed.put(LinkSetting.RECIPIENT, !Objects.equals(before.recipient(), after.recipient()));
		changed.put(LinkSetting.PASSWORD, change.password() != null);
		changed.put(LinkSetting.NO_PASSWORD, change.password() == null && change.unlock() && present.locked());
		changed.put(LinkSetting.MOST, !Objects.equals(before.maxOpenings(), after.maxOpenings()));
		return changed.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
	}

	/**
	 * Changes the end of a report. Its link stays the same.
	 * @return the new end
	 * @throws StaleReportException when the report has ended
	 * @throws EndOutOfRangeException when the new end is not within a year from now
	 */
	@Transactional
	public Instant extend(Report report, EndChange change, CurrentAccount account) {
		Instant present = this.links.lockEnd(report.id()).orElseThrow(() -> new StaleReportException(report));
		Instant end = end(change, present);
		requireInRange(end);
		this.links.updateEnd(report.id(), end);
		this.trace.record(report.id(), ReportEventKind.EXTENDED, account, end);
		return end;
	}

	private Instant end(EndChange change, Instant present) {
		return switch (change) {
			case EndChange.Later(var by, var zone) -> present.plus(by.from(present, zone));
			case EndChange.After(var duration) -> this.clock.instant().plus(duration);
			case EndChange.At(var instant) -> instant;
			case EndChange.Never never -> throw new IllegalArgumentException("Reports have an end");
		};
	}

	/**
	 * Checks the end of a report.
	 * @throws EndOutOfRangeException when it is not within a year from now
	 */
	private void requireInRange(Instant end) {
		Instant now = this.clock.instant();
		if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
			throw new EndOutOfRangeException();
		}
	}

}
