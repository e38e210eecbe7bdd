package dev.segmentation.segment;

import dev.segmentation.shared.Keyset;
import dev.segmentation.shared.SortColumn;

/**
 * The sort column of the list of segments.
 */
public enum SegmentSort implements SortColumn {

	NAME("lower(s.name)", "text"), SIZE("now.size", "bigint"),
	/** In microseconds since 1970 (UTC). */
	CHANGED("CAST(extract(epoch FROM greatest(s.created_at, now.changed_at)) * 1000000 AS bigint)", "bigint");

	private final String expression;

	private final String type;

	SegmentSort(String expression, String type) {
		this.expression = expression;
		this.type = type;
	}

	@Override
	public boolean startsDescending() {
		return this != NAME;
	}

	/**
	 * Returns the sort key in SQL.
	 */
	String expression() {
		return this.expression;
	}

	/**
	 * Returns the type of the sort key in SQL.
	 */
	String type() {
		return this.type;
	}

	Keyset keyset(boolean descending) {
		return descending ? Keyset.descending("key", "id") : Keyset.ascending("key", "id");
	}

}
