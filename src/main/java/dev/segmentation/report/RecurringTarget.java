package dev.segmentation.report;

/**
 * Where the reports of a recurring one go.
 */
public enum RecurringTarget {

	/** Each report replaces the file behind the same link. */
	SAME_LINK(ReportPlace.LINK),

	/** Each report has its own link. */
	NEW_LINK(ReportPlace.LINK),

	/** Each report is a file in the folder on Google Drive. */
	DRIVE(ReportPlace.DRIVE),

	/** Members of staff download each report from its page. */
	FILE(ReportPlace.FILE);

	private final ReportPlace place;

	RecurringTarget(ReportPlace place) {
		this.place = place;
	}

	/** Returns the place of the reports. */
	ReportPlace place() {
		return this.place;
	}

	/** Returns the usual target after a report at a place. */
	public static RecurringTarget after(ReportPlace place) {
		return switch (place) {
			case LINK -> SAME_LINK;
			case DRIVE -> DRIVE;
			case FILE -> FILE;
		};
	}

}
