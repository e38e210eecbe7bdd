package dev.segmentation.history.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Objects;

import dev.segmentation.history.period.PeriodFilter;
import dev.segmentation.shared.web.page.PageUrl;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a user's timeline as its URL carries them.
 *
 * @param segment a part of the name of the segment
 * @param day a day in the time zone of the person, as {@code 2026-03-03}; empty for any
 * @param at the cursor of the page
 */
record TimelineFilterForm(String segment, String day, String at) {

	TimelineFilterForm(@Nullable String segment, @Nullable String day, @Nullable String at) {
		this.segment = Objects.requireNonNullElse(segment, "");
		this.day = Objects.requireNonNullElse(day, "");
		this.at = Objects.requireNonNullElse(at, "");
	}

	PeriodFilter filter(ZoneId zone) {
		return PeriodFilter.on(this.segment, date(), zone);
	}

	/**
	 * The day; {@code null} when it is empty or invalid.
	 */
	public @Nullable LocalDate date() {
		try {
			LocalDate date = this.day.isEmpty() ? null : LocalDate.parse(this.day);
			return (date != null && date.getYear() >= 1 && date.getYear() <= 9999) ? date : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/**
	 * Whether the day is invalid.
	 */
	public boolean isUnreadable() {
		return !this.day.isEmpty() && date() == null;
	}

	public boolean isFiltered() {
		return !this.segment.isEmpty() || date() != null;
	}

	PageUrl url(long userId) {
		return PageUrl.of("/users/%d/timeline".formatted(userId)).with("segment", this.segment).with("day", date());
	}

}
