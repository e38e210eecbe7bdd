package dev.segmentation.report;

import org.springframework.dao.TransientDataAccessException;

/**
 * As many reports are being read as the database has connections for. Later there may be
 * one.
 */
public class ReportsBusyException extends TransientDataAccessException {

	ReportsBusyException() {
		super("Too many reports are being read at once.");
	}

}
