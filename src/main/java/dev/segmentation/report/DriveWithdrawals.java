package dev.segmentation.report;

import java.util.Optional;

import dev.segmentation.report.drive.DriveException;

import org.springframework.stereotype.Component;

/**
 * Withdraws the access to files on Google Drive whose reports have ended, and tries again
 * until Google confirms it. The reports in the database are the queue, so a restart loses
 * nothing, and instances share the work.
 */
@Component
public class DriveWithdrawals {

	private final DriveReports drive;

	private final DriveReportRepository records;

	DriveWithdrawals(DriveReports drive, DriveReportRepository records) {
		this.drive = drive;
		this.records = records;
	}

	/**
	 * Withdraws the access to all files that are due. Stops at the first failure, since
	 * the others would probably fail too.
	 */
	public void run() {
		if (!this.drive.isConfigured()) {
			return;
		}
		Optional<String> file = this.records.takeEnded();
		while (file.isPresent() && isWithdrawn(file.get())) {
			file = this.records.takeEnded();
		}
	}

	private boolean isWithdrawn(String fileId) {
		try {
			this.drive.withdraw(fileId);
			return true;
		}
		catch (DriveException ex) {
			return false;
		}
	}

}
