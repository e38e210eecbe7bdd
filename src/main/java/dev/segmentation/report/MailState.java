package dev.segmentation.report;

/**
 * The states of the mail to the author of a report.
 */
public enum MailState {

	/** It is sent when the report is ready. */
	WANTED, SENT, FAILED

}
