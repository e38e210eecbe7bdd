package dev.segmentation.report;

import dev.segmentation.shared.Cursor;

/**
 * A report in a list, with the key by which the list is sorted.
 */
record ListedReport(Report report, String sortKey) {

	Cursor cursor(ReportSort sort) {
		return Cursor.after(sort.text(), this.sortKey, this.report.id());
	}

}
