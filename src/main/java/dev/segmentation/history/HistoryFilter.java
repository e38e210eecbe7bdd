package dev.segmentation.history;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Set;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.refusal.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Selects a part of the history. Acts and lines must meet every condition. An act meets
 * the conditions on users and segments if one of its lines meets them. Acts are compared
 * by their own time, and lines by theirs: a membership expires at its end date, not when
 * the job removes it.
 *
 * @param from the start (inclusive)
 * @param to the end (exclusive)
 * @param users the users of the changes
 * @param segments the segments of the changes
 * @param kinds the sources of the changes; empty for any
 * @param account the account that made the changes; {@code null} for any
 * @param note a part of the note of the changes in any case; empty for any
 */
public record HistoryFilter(Instant from, Instant to, Selection users, Selection segments, Set<ActKind> kinds,
		@Nullable Long account, String note) {

	/** All history is later. */
	public static final Instant BEGINNING = Instant.EPOCH;

	/** All history is earlier, and PostgreSQL accepts this date. */
	public static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

	public HistoryFilter {
		kinds = Set.copyOf(kinds);
	}

	/**
	 * The whole history.
	 */
	public static HistoryFilter all() {
		return new HistoryFilter(BEGINNING, END, Selection.all(), Selection.all(), Set.of(), null, "");
	}

	/**
	 * A month in UTC.
	 * @throws InvalidInputException when the month does not exist, or its year is in the
	 * future
	 */
	public static HistoryFilter month(long year, long month, Selection users, Clock clock) {
		if (month < 1 || month > 12 || year < 1
				|| year > LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear()) {
			throw new InvalidInputException("history.period", "invalid history period");
		}
		return all().during(YearMonth.of((int) year, (int) month)).ofUsers(users);
	}

	/**
	 * The same filter for a month in UTC.
	 */
	public HistoryFilter during(YearMonth month) {
		return between(start(month), start(month.plusMonths(1)));
	}

	private static Instant start(YearMonth month) {
		return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
	}

	/**
	 * The same filter for another period.
	 * @param end the end of the period (exclusive)
	 */
	public HistoryFilter between(Instant first, Instant end) {
		return new HistoryFilter(first, end, this.users, this.segments, this.kinds, this.account, this.note);
	}

	/**
	 * The part of the period that begins at an instant.
	 */
	public HistoryFilter since(Instant instant) {
		return instant.isAfter(this.from) ? between(instant, this.to) : this;
	}

	/**
	 * The part of the period that ends at an instant (exclusive).
	 */
	public HistoryFilter until(Instant instant) {
		return instant.isBefore(this.to) ? between(this.from, instant) : this;
	}

	/**
	 * The same filter for other users.
	 */
	public HistoryFilter ofUsers(Selection selected) {
		return new HistoryFilter(this.from, this.to, selected, this.segments, this.kinds, this.account, this.note);
	}

	/**
	 * The same filter for other segments.
	 */
	public HistoryFilter ofSegments(Selection selected) {
		return new HistoryFilter(this.from, this.to, this.users, selected, this.kinds, this.account, this.note);
	}

	/**
	 * The same filter for other sources.
	 * @param sources empty for any
	 */
	public HistoryFilter through(Collection<ActKind> sources) {
		return new HistoryFilter(this.from, this.to, this.users, this.segments, Set.copyOf(sources), this.account,
				this.note);
	}

	/**
	 * The same filter for another account.
	 * @param accountId {@code null} for any
	 */
	public HistoryFilter by(@Nullable Long accountId) {
		return new HistoryFilter(this.from, this.to, this.users, this.segments, this.kinds, accountId, this.note);
	}

	/**
	 * The same filter for another note.
	 * @param part a part of the note in any case; empty for any
	 */
	public HistoryFilter noted(String part) {
		return new HistoryFilter(this.from, this.to, this.users, this.segments, this.kinds, this.account, part);
	}

	/**
	 * Whether it has a condition on the source, the account or the note.
	 */
	public boolean hasActCondition() {
		return !this.kinds.isEmpty() || this.account != null || !this.note.isEmpty();
	}

	/**
	 * Whether it selects everything on whole days in UTC.
	 */
	public boolean isOfWholeDays() {
		return this.users.isAll() && this.segments.isAll() && !hasActCondition() && isMidnight(this.from)
				&& isMidnight(this.to);
	}

	private static boolean isMidnight(Instant instant) {
		return instant.equals(instant.truncatedTo(ChronoUnit.DAYS));
	}

}
