package dev.segmentation.segment;

import java.util.Arrays;
import java.util.Locale;

import dev.segmentation.shared.Keyset;
import org.jspecify.annotations.Nullable;

/**
 * What the list of segments is sorted by.
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
	 * The sort a URL names; by name when it names none.
	 */
	public static SegmentSort of(@Nullable String text) {
		return Arrays.stream(values()).filter((sort) -> sort.text().equals(text)).findFirst().orElse(NAME);
	}

	/**
	 * The sort as URLs name it.
	 */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether people expect the largest first when they choose this sort.
	 */
	public boolean startsDescending() {
		return this != NAME;
	}

	/**
	 * The sort key in SQL.
	 */
	String expression() {
		return this.expression;
	}

	/**
	 * The type of the sort key in SQL.
	 */
	String type() {
		return this.type;
	}

	Keyset keyset(boolean descending) {
		return descending ? Keyset.descending("key", "id") : Keyset.ascending("key", "id");
	}

}
