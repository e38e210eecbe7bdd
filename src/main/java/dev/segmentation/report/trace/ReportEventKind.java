package dev.segmentation.report.trace;

/**
 * What an account did to a report. The page names each kind by a message
 * {@code reports.trace.<name>}.
 */
public enum ReportEventKind {

	/** Preparing the file was tried again. */
	AGAIN,

	/** The link got another end. */
	EXTENDED,

	/** The settings of the link changed. */
	CHANGED, REVOKED,

	/** Another report took its place. */
	REPLACED,

	/** Too many wrong passwords of its link were tried. */
	LIMITED

}
