package dev.segmentation.shared.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/**
 * Converts between instants and {@code timestamptz} values, for which the PostgreSQL
 * driver takes {@link OffsetDateTime}.
 */
public final class SqlTime {

	private SqlTime() {
	}

	/**
	 * Returns the value of a {@code timestamptz} parameter.
	 */
	public static OffsetDateTime utc(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

	/**
	 * Returns the value of a {@code timestamptz} parameter that may be NULL.
	 */
	public static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
		return (instant != null) ? utc(instant) : null;
	}

	/**
	 * Returns the value of a {@code timestamptz} column.
	 */
	public static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/**
	 * Returns the value of a {@code timestamptz} column that may be NULL.
	 */
	public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
		OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
		return (value != null) ? value.toInstant() : null;
	}

}
