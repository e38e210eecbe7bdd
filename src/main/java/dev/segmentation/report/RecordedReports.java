package dev.segmentation.report;

import java.util.Optional;

import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.shared.CurrentAccount;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds and revokes reports. The audit records those that are shared by a link.
 */
@Component
class RecordedReports {

	private final ReportRepository reports;

	private final AuditLog audit;

	RecordedReports(ReportRepository reports, AuditLog audit) {
		this.reports = reports;
		this.audit = audit;
	}

	/**
	 * Adds a report.
	 * @return its id
	 */
	@Transactional
	public long insert(String name, NewReport report, CurrentAccount account) {
		long id = this.reports.insert(name, report, account.id());
		if (report.place() != ReportPlace.FILE) {
			this.audit.record(AuditKind.LINK_CREATED, account, name, detail(report.place()));
		}
		return id;
	}

	/**
	 * Revokes a report, which also ends its run.
	 * @return the id of its file on Google Drive; empty when it has none or was revoked
	 * before
	 */
	@Transactional
	public Optional<String> revoke(Report report, CurrentAccount account) {
		Optional<RevokedReport> revoked = this.reports.revoke(report.id());
		if (revoked.isPresent() && report.place() != ReportPlace.FILE) {
			this.audit.record(AuditKind.LINK_REVOKED, account, report.name(), detail(report.place()));
		}
		return revoked.map(RevokedReport::driveFileId);
	}

	private static String detail(ReportPlace place) {
		return (place == ReportPlace.DRIVE) ? "Google Drive" : "link";
	}

}
