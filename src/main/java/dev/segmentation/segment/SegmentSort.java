package dev.segmentation.segment;

import java.util.Arrays;
import java.util.Locale;

import dev.segmentation.shared.Keyset;
import org.jspecify.annotations.Nullable;

/**
 * The sort column of the list of segments.
 */
public enum SegmentSort {

	NAME("lower(s.name)", "text"), SIZE("now.size", "bigint"),
	/** In microseconds since 1970 (UTC). */
	CHANGED("CAST(extract(epoch FROM greatest(s.created_at, now.changed_at)) * 1000000 AS bigint)", "bigint");

	private final String expression;

	private final String type;

	SegmentSort(String expression, String type) {
		this.expression = expression;
		this.type = type;
	}

	/**
	 * Returns the sort with this text; {@link #NAME} for any other text.
	 */
	public static SegmentSort of(@Nullable String text) {
		return Arrays.stream(values()).filter((sort) -> sort.text().equals(text)).findFirst().orElse(NAME);
	}

	/**
	 * Returns the sort as in URLs.
	 */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether the first click on the column sorts descending.
	 */
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
