package dev.segmentation.account.token;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import dev.segmentation.shared.SortColumn;
import dev.segmentation.shared.database.SqlTime;

/**
 * The sort column of the list of tokens.
 */
public enum TokenSort implements SortColumn {

	CREATED("a.id", ":key", ApiToken::id, (cursor) -> cursor.number(1)),
	NAME("lower(t.name)", "lower(:key)", ApiToken::name, (cursor) -> cursor.key(1)),
	/** Tokens that were never used are the oldest. */
	USED("coalesce(t.last_used_at, timestamptz 'epoch')", ":key",
			(token) -> Objects.requireNonNullElse(token.lastUsedAt(), Instant.EPOCH), TokenSort::time),
	/** Tokens without an end are the last. */
	END("coalesce(t.ends_at, timestamptz '20000-01-01T00:00:00Z')", ":key",
			(token) -> Objects.requireNonNullElse(token.endsAt(), Instant.parse("+20000-01-01T00:00:00Z")),
			TokenSort::time);

	private final String column;

	private final String parameter;

	private final Function<ApiToken, Object> key;

	private final Function<Cursor, Object> value;

	TokenSort(String column, String parameter, Function<ApiToken, Object> key, Function<Cursor, Object> value) {
		this.column = column;
		this.parameter = parameter;
		this.key = key;
		this.value = value;
	}

	@Override
	public boolean startsDescending() {
		return this == CREATED || this == USED;
	}

	Cursor after(ApiToken token) {
		return Cursor.after(text(), this.key.apply(token), token.id());
	}

	Keyset keyset(boolean descending) {
		return descending ? Keyset.descending(this.column, "a.id") : Keyset.ascending(this.column, "a.id");
	}

	/** Returns the key of a cursor in SQL. */
	String parameter() {
		return this.parameter;
	}

	/** Returns the value of the key's parameter. */
	Object value(Cursor cursor) {
		cursor.expect(text());
		return this.value.apply(cursor);
	}

	private static Object time(Cursor cursor) {
		return SqlTime.utc(cursor.instant(1));
	}

}
