package dev.segmentation.report;

/**
 * How a report stands.
 */
public enum ReportState {

	/** Is being prepared. */
	PREPARING,

	/** Can be had. */
	READY,

	/** Could not be prepared; its task tells why. */
	FAILED,

	/** The server stopped before it was prepared. */
	INTERRUPTED,

	/** Somebody called it off before it was prepared. */
	CANCELLED,

	/** Its time is over, and its file is gone. */
	EXPIRED,

	/** Was taken back. */
	REVOKED

}
