package dev.segmentation.history.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;

import dev.segmentation.history.StayFilter;
import dev.segmentation.shared.DatedCursor;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which stays the address asks for.
 *
 * @param segment a part of the segment's name
 * @param day a day of the reader, as {@code 2026-03-03}; empty for any
 * @param newer show what comes before this place
 * @param older show what follows this place
 */
record TimelineRequest(String segment, String day, @Nullable String newer, @Nullable String older) {

	TimelineRequest(@Nullable String segment, @Nullable String day, @Nullable String newer, @Nullable String older) {
		this.segment = (segment != null) ? segment.replace("\0", "").strip() : "";
		this.day = (day != null) ? day.strip() : "";
		this.newer = newer;
		this.older = older;
	}

	StayFilter filter(ZoneId zone) {
		return StayFilter.on(this.segment, date(), zone);
	}

	/**
	 * The day; {@code null} when there is none or it cannot be read.
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
	 * Whether a day was asked for that cannot be read.
	 */
	public boolean isUnreadable() {
		return !this.day.isEmpty() && date() == null;
	}

	public boolean isFiltered() {
		return !this.segment.isEmpty() || date() != null;
	}

	@Nullable DatedCursor cursor() {
		if (this.older != null) {
			return DatedCursor.parse(this.older, true);
		}
		return (this.newer != null) ? DatedCursor.parse(this.newer, false) : null;
	}

	/**
	 * The address of another part of the same timeline.
	 */
	@Nullable String address(long userId, @Nullable DatedCursor cursor) {
		if (cursor == null) {
			return null;
		}
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/users/{id}/timeline");
		if (!this.segment.isEmpty()) {
			address.queryParam("segment", "{segment}");
		}
		if (date() != null) {
			address.queryParam("day", "{day}");
		}
		return address.queryParam(cursor.onward() ? "older" : "newer", cursor.text())
			.encode()
			.buildAndExpand(Map.of("id", userId, "segment", this.segment, "day", this.day))
			.toUriString();
	}

}
