package dev.segmentation.report;

/**
 * The states of a report. A new report is {@link #PREPARING} and becomes {@link #READY},
 * or ends as {@link #FAILED}, {@link #INTERRUPTED} or {@link #CANCELLED}. From these
 * three, preparing it again leads back to {@link #PREPARING}. {@link #EXPIRED},
 * {@link #REVOKED} and {@link #REPLACED} are final.
 */
public enum ReportState {

	/** A task writes the file. */
	PREPARING,

	/** The file can be downloaded. */
	READY,

	/** The task failed; it has the reason. */
	FAILED,

	/** The server stopped while the task ran. */
	INTERRUPTED,

	/** A user cancelled the task. */
	CANCELLED,

	/** The time to keep the file is over, and the file is deleted. */
	EXPIRED,

	/** A user revoked the report, and the file is deleted or no longer shared. */
	REVOKED,

	/** The report was shared again, and another report took its place. */
	REPLACED

}
