package dev.segmentation.report;

import org.jspecify.annotations.Nullable;

/**
 * The reports of a list and their order.
 *
 * @param query a part of the file name, the title, the recipient, the filters or the
 * author's login, in any case; empty for all
 * @param status {@code null} for all states
 * @param place {@code null} for all places
 * @param accountId the author; {@code null} for all
 */
public record ReportListFilter(String query, @Nullable ReportStatus status, @Nullable ReportPlace place,
		@Nullable Long accountId, ReportSort sort, boolean descending) {

	/** All reports, newest first. */
	public static final ReportListFilter ALL = new ReportListFilter("", null, null, null, ReportSort.CREATED, true);

}
