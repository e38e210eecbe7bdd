package dev.segmentation.history;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the history are asked for: those that meet all of it.
 *
 * @param from the first instant
 * @param to the instant behind the last
 * @param userIds whose history; empty for everybody's
 * @param segmentIds of which segments; empty for all
 * @param kinds changed through one of these; empty for any
 * @param account changed by this account; {@code null} for anybody
 */
public record HistoryFilter(Instant from, Instant to, List<Long> userIds, List<Long> segmentIds, Set<ActKind> kinds,
		@Nullable Long account) {

	/** Nothing was recorded before. */
	public static final Instant BEGINNING = Instant.EPOCH;

	/** Nothing will be recorded after it. */
	public static final Instant END = ActPlace.END;

	public HistoryFilter {
		userIds = List.copyOf(userIds);
		segmentIds = List.copyOf(segmentIds);
		kinds = Set.copyOf(kinds);
	}

	/**
	 * A month in UTC.
	 * @throws InvalidInputException when there is no such month, or its year has not
	 * begun
	 */
	public static HistoryFilter month(long year, long month, List<Long> userIds, Clock clock) {
		if (month < 1 || month > 12 || year < 1
				|| year > LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear()) {
			throw new InvalidInputException("history.period", "invalid history period");
		}
		return new HistoryFilter(BEGINNING, END, userIds, List.of(), Set.of(), null)
			.during(YearMonth.of((int) year, (int) month));
	}

	/**
	 * The same during a month in UTC.
	 */
	public HistoryFilter during(YearMonth month) {
		return new HistoryFilter(start(month), start(month.plusMonths(1)), this.userIds, this.segmentIds, this.kinds,
				this.account);
	}

	/**
	 * The lines of acts, by the dates of the lines: that is where an expiry stands by the
	 * end it had, and not by the moment somebody swept it.
	 */
	public static HistoryFilter of(ActFilter acts) {
		return new HistoryFilter(acts.from(), acts.to(), Objects.requireNonNullElse(acts.users(), List.of()),
				Objects.requireNonNullElse(acts.segments(), List.of()), acts.kinds(), acts.account());
	}

	/**
	 * Whether it asks who did it, or through what.
	 */
	boolean isOfCertainActs() {
		return !this.kinds.isEmpty() || this.account != null;
	}

	/**
	 * Whether it asks for all that happened on whole days (UTC).
	 */
	boolean isOfWholeDays() {
		return this.userIds.isEmpty() && this.segmentIds.isEmpty() && !isOfCertainActs() && isMidnight(this.from)
				&& isMidnight(this.to);
	}

	private static boolean isMidnight(Instant instant) {
		return instant.equals(instant.truncatedTo(ChronoUnit.DAYS));
	}

	/**
	 * The part of it that is not before an instant.
	 */
	HistoryFilter since(Instant instant) {
		return instant.isAfter(this.from)
				? new HistoryFilter(instant, this.to, this.userIds, this.segmentIds, this.kinds, this.account) : this;
	}

	private static Instant start(YearMonth month) {
		return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
	}

}
