package dev.segmentation.report.trace;

/**
 * The settings of a report and its link. The page names each by a message
 * {@code reports.setting.<name>}.
 */
public enum LinkSetting {

	TITLE, RECIPIENT, PASSWORD, NO_PASSWORD, MOST

}
