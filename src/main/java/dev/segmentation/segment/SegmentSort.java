package dev.segmentation.segment;

/**
 * What a list of segments is sorted by.
 */
public enum SegmentSort {

	NAME("lower(s.name)", "text"), SIZE("now.size", "bigint"),
	/** In microseconds. */
	CHANGED("CAST(extract(epoch FROM greatest(s.created_at, now.changed_at)) * 1000000 AS bigint)", "bigint");

	private final String expression;

	private final String type;

	SegmentSort(String expression, String type) {
		this.expression = expression;
		this.type = type;
	}

	/**
	 * The key that is sorted by, in SQL.
	 */
	String expression() {
		return this.expression;
	}

	String type() {
		return this.type;
	}

	/**
	 * Whether a text, which may come from anywhere, can be such a key.
	 */
	boolean accepts(String key) {
		return this == NAME || key.matches("-?[0-9]{1,18}");
	}

}
