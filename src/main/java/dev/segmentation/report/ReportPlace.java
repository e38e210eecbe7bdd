package dev.segmentation.report;

/**
 * The place of a report's file.
 */
public enum ReportPlace {

	/** Our database; members of staff download the file from the report's page. */
	FILE,

	/** Our database; everyone with the link downloads the file. */
	LINK,

	/** Google Drive. */
	DRIVE

}
