package dev.segmentation.report;

import java.util.Optional;

import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.report.trace.ReportEventKind;
import dev.segmentation.report.trace.ReportTrace;
import dev.segmentation.shared.CurrentAccount;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds and revokes reports, and records it in their trace. The audit records those that
 * are shared by a link.
 */
@Component
class RecordedReports {

	private final ReportRepository reports;

	private final AuditLog audit;

	private final ReportTrace trace;

	private final LinkSettingsRepository links;

	private final ReportFileRepository files;

	RecordedReports(ReportRepository reports, AuditLog audit, ReportTrace trace, LinkSettingsRepository links,
			ReportFileRepository files) {
		this.reports = reports;
		this.links = links;
		this.files = files;
		this.audit = audit;
		this.trace = trace;
	}

	/**
	 * Adds a report.
	 * @param passwordHash the hash of the password of its link; {@code null} for none
	 * @return its id
	 */
	@Transactional
	public long insert(String name, NewReport report, LinkSettings link, @Nullable String passwordHash,
			CurrentAccount account) {
		long id = insert(name, report, account);
		this.links.update(id, link);
		this.links.setPassword(id, passwordHash);
		return id;
	}

	/**
	 * Adds a report that will replace another one, with the settings of its link.
	 * @return its id
	 * @throws StaleReportException as {@link #copy}
	 */
	@Transactional
	public long renew(Report report, CurrentAccount account) {
		requireUnchanged(report);
		long id = insertCopy(report, account);
		this.reports.setReplacement(report.id(), id);
		return id;
	}

	/**
	 * Adds the same report again, with the settings of its link.
	 * @return its id
	 * @throws StaleReportException when a shared report has ended or was shared again
	 * since it was read
	 */
	@Transactional
	public long copy(Report report, CurrentAccount account) {
		if (report.place() != ReportPlace.LINK) {
			return insertCopy(report, account);
		}
		requireUnchanged(report);
		long id = insertCopy(report, account);
		this.reports.setAgain(report.id(), id);
		return id;
	}

	/**
	 * Adds the next report of a recurring one, with the settings of the last one.
	 * @param linkOf the id of the report whose link opens it; {@code null} for its own
	 * link
	 * @return its id
	 */
	@Transactional
	public long insertNext(NewReport report, Report last, @Nullable Long linkOf, CurrentAccount account) {
		long id = insert(report.fileName(), report, account);
		this.links.copy(last.id(), id);
		if (linkOf != null) {
			this.reports.setLink(id, linkOf);
		}
		return id;
	}

	/** The lock lets only one of several requests make a second link. */
	private void requireUnchanged(Report report) {
		this.reports.lock(report.id());
		Report present = this.reports.find(report.id()).orElseThrow(Report::notFound);
		boolean sharedAgain = Optional.ofNullable(present.successor())
			.flatMap(this.reports::find)
			.filter(Report::isOpen)
			.isPresent();
		if (sharedAgain || present.isOpen() != report.isOpen()) {
			throw new StaleReportException(report);
		}
	}

	private long insertCopy(Report report, CurrentAccount account) {
		long id = insert(report.name(), report.content(), account);
		this.links.copy(report.id(), id);
		return id;
	}

	private long insert(String name, NewReport report, CurrentAccount account) {
		long id = this.reports.insert(name, report, account.id());
		this.links.addPage(id);
		if (report.place() != ReportPlace.FILE) {
			this.audit.record(AuditKind.LINK_CREATED, account, name, detail(report.place()));
		}
		return id;
	}

	/**
	 * Records that the file is finished, and revokes the report that this one replaces.
	 * @return {@code false} when the report was revoked or deleted meanwhile, or another
	 * run has started
	 */
	@Transactional
	public boolean finish(ReportRun run, ReportSource source, String name, CurrentAccount account) {
		boolean finished = this.reports.finish(run, source.lines(), source.bytes(), source.sha256(), null);
		if (finished) {
			for (long replaced : this.reports.revokeReplaced(run.reportId())) {
				this.files.delete(replaced);
				this.trace.record(replaced, ReportEventKind.REPLACED, account);
				this.audit.record(AuditKind.LINK_REVOKED, account, name, detail(ReportPlace.LINK));
			}
		}
		return finished;
	}

	/**
	 * Revokes a report, which also ends its run.
	 * @return the id of its file on Google Drive; empty when it has none or was revoked
	 * before
	 */
	@Transactional
	public Optional<String> revoke(Report report, CurrentAccount account) {
		Optional<RevokedReport> revoked = this.reports.revoke(report.id());
		if (revoked.isPresent()) {
			this.trace.record(report.id(), ReportEventKind.REVOKED, account);
		}
		if (revoked.isPresent() && report.place() != ReportPlace.FILE) {
			this.audit.record(AuditKind.LINK_REVOKED, account, report.name(), detail(report.place()));
		}
		return revoked.map(RevokedReport::driveFileId);
	}

	/**
	 * Records that preparing a report is tried again.
	 */
	void again(Report report, CurrentAccount account) {
		this.trace.record(report.id(), ReportEventKind.AGAIN, account);
	}

	private static String detail(ReportPlace place) {
		return (place == ReportPlace.DRIVE) ? "Google Drive" : "link";
	}

}
