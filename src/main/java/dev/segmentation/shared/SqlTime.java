package dev.segmentation.shared;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/**
 * Instants as parameters of SQL: the PostgreSQL driver takes no {@link Instant}.
 */
public final class SqlTime {

	private SqlTime() {
	}

	/**
	 * The value of a {@code timestamptz} parameter.
	 */
	public static OffsetDateTime utc(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

	/**
	 * The value of a {@code timestamptz} parameter that may be NULL.
	 */
	public static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
		return (instant != null) ? utc(instant) : null;
	}

}
