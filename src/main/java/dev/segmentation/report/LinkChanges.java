package dev.segmentation.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.segmentation.account.password.NewPassword;
import dev.segmentation.membership.end.EndChange;
import dev.segmentation.report.trace.ReportEventKind;
import dev.segmentation.report.trace.ReportTrace;
import dev.segmentation.shared.CurrentAccount;

import org.jspecify.annotations.Nullable;

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

	private final ReportTrace trace;

	private final Clock clock;

	private final LinkPasswords passwords;

	private final TransactionTemplate transaction;

	LinkChanges(LinkSettingsRepository links, ReportTrace trace, Clock clock, LinkPasswords passwords,
			PlatformTransactionManager transactions) {
		this.passwords = passwords;
		this.transaction = new TransactionTemplate(transactions);
		this.links = links;
		this.trace = trace;
		this.clock = clock;
	}

	/**
	 * Changes the settings of a report. Its link stays the same.
	 * @param password the new password of the link; {@code null} to keep the present one
	 * @param unlock whether the link needs no password any more
	 */
	public void change(Report report, LinkSettings settings, @Nullable NewPassword password, boolean unlock,
			CurrentAccount account) {
		// Takes a while, and would hold the connection of a transaction.
		String hash = (password != null) ? this.passwords.hash(password) : null;
		this.transaction.executeWithoutResult((status) -> {
			this.links.update(report.id(), settings);
			if (hash != null || unlock) {
				this.links.setPassword(report.id(), hash);
			}
			this.trace.record(report.id(), ReportEventKind.CHANGED, account);
		});
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
