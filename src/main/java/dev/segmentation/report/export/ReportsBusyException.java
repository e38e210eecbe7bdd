package dev.segmentation.report.export;

import dev.segmentation.shared.BusyException;

/**
 * All connections that downloads may use are taken.
 */
public class ReportsBusyException extends BusyException {

	public ReportsBusyException() {
		super("reports.busy", "too many downloads at once");
	}

}
