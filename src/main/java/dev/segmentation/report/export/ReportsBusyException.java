package dev.segmentation.report.export;

import org.springframework.dao.TransientDataAccessException;

/**
 * All connections that exports may use are taken. A later request may succeed.
 */
public class ReportsBusyException extends TransientDataAccessException {

	public ReportsBusyException() {
		super("Too many reports are being read at once.");
	}

}
