package dev.segmentation.report;

import dev.segmentation.shared.Keyset;
import dev.segmentation.shared.SortColumn;

/**
 * The sort column of the list of reports.
 */
public enum ReportSort implements SortColumn {

	NAME("lower(coalesce(r.title, r.name))", "text"),
	/** Reports without a file last. */
	LINES("coalesce(r.lines, -1)", "bigint"), OPENED("r.opened", "bigint"),
	/** In microseconds since 1970 (UTC). */
	CREATED("CAST(extract(epoch FROM r.created_at) * 1000000 AS bigint)", "bigint");

	private final String expression;

	private final String type;

	ReportSort(String expression, String type) {
		this.expression = expression;
		this.type = type;
	}

	@Override
	public boolean startsDescending() {
		return this != NAME;
	}

	/** Returns the sort key in SQL. */
	String expression() {
		return this.expression;
	}

	/** Returns the type of the sort key in SQL. */
	String type() {
		return this.type;
	}

	Keyset keyset(boolean descending) {
		return descending ? Keyset.descending(this.expression, "r.id") : Keyset.ascending(this.expression, "r.id");
	}

}
