package dev.segmentation.membership.end.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.segmentation.membership.member.EndingFilter;
import dev.segmentation.membership.member.MemberFilter;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.web.page.PageUrl;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The list of ends as its URL describes it. Unknown values count as not set.
 *
 * @param within {@code day}, {@code month}, or a date; a week from now when not set
 * @param segment the name of a segment; empty for all
 * @param source the source of the memberships; empty for all
 * @param at the cursor of the page; {@code null} for the first page
 */
record EndsForm(String within, String segment, String source, @Nullable String at) {

	static final Map<String, Duration> PERIODS = Map.of("day", Duration.ofDays(1), "week", Duration.ofDays(7), "month",
			Duration.ofDays(30));

	/** The last date that can be chosen is within the longest duration of memberships. */
	private static final int DAYS = 7;

	EndsForm(@Nullable String within, @Nullable String segment, @Nullable String source, @Nullable String at) {
		this.within = requireNonNullElse(within, "");
		this.segment = PlainText.of(requireNonNullElse(segment, ""));
		this.source = requireNonNullElse(source, "");
		this.at = at;
	}

	/**
	 * The days of the coming week, which the filter offers.
	 */
	static List<LocalDate> days(Clock clock, ZoneId zone) {
		LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
		return today.datesUntil(today.plusDays(DAYS)).toList();
	}

	/**
	 * @param segmentId the id of the named segment; {@code null} for all
	 */
	EndingFilter filter(Clock clock, ZoneId zone, @Nullable Long segmentId) {
		Instant now = clock.instant();
		return day()
			.map((day) -> new EndingFilter(day.atStartOfDay(zone).toInstant(),
					day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS), segmentId, kind()))
			.orElseGet(() -> new EndingFilter(now, now.plus(PERIODS.getOrDefault(this.within, Duration.ofDays(DAYS))),
					segmentId, kind()));
	}

	/**
	 * The single day that is listed; empty for a period from now.
	 */
	Optional<LocalDate> day() {
		try {
			return Optional.of(LocalDate.parse(this.within))
				.filter((day) -> day.getYear() >= 2000 && day.getYear() < 2200);
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	@Nullable ActKind kind() {
		return MemberFilter.SOURCES.stream().filter((kind) -> kind.text().equals(this.source)).findFirst().orElse(null);
	}

	/**
	 * Whether a filter besides the period is set.
	 */
	public boolean isFiltered() {
		return !this.segment.isEmpty() || kind() != null;
	}

	@Nullable Cursor cursor() {
		return Cursor.parse(this.at);
	}

	PageUrl url() {
		boolean set = this.within.equals("day") || this.within.equals("month") || day().isPresent();
		return PageUrl.of("/ends")
			.with("within", set ? this.within : "")
			.with("segment", this.segment)
			.with("source", (kind() != null) ? this.source : "");
	}

}
