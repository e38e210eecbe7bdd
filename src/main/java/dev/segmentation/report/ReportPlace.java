package dev.segmentation.report;

/**
 * Where a report is to be had.
 */
public enum ReportPlace {

	/** From the page of reports, by staff. */
	FILE,

	/** By a link of this application, by whoever has it. */
	LINK,

	/** On Google Drive. */
	DRIVE

}
