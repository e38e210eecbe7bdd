package dev.segmentation.membership.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;

import dev.segmentation.membership.InvalidTtlException;
import dev.segmentation.membership.Ttl;
import org.jspecify.annotations.Nullable;

/**
 * Segments that a user is to enter.
 *
 * @param q a part of the names of the segments on offer
 * @param segment the chosen ones
 * @param lasting how long the user stays, as {@code 7d}; empty for good
 * @param until when the user leaves, in the reader's zone; empty for never
 */
record EnterSegmentsForm(String q, List<Long> segment, String lasting, String until) {

	EnterSegmentsForm(@Nullable String q, @Nullable List<Long> segment, @Nullable String lasting,
			@Nullable String until) {
		this.q = stripped(q);
		this.segment = (segment != null) ? segment.stream().filter(Objects::nonNull).distinct().toList() : List.of();
		this.lasting = stripped(lasting);
		this.until = stripped(until);
	}

	boolean hasTwoEnds() {
		return !this.lasting.isEmpty() && !this.until.isEmpty();
	}

	/**
	 * How long the user stays; {@code null} for good.
	 * @throws InvalidTtlException when it cannot be read, is over already, or is longer
	 * than ten years
	 */
	@Nullable Ttl ttl(ZoneId zone, Clock clock) {
		if (!this.until.isEmpty()) {
			return Ttl.parse(instant(zone), clock);
		}
		return this.lasting.isEmpty() ? null : Ttl.parse(this.lasting.replace(" ", ""), clock);
	}

	private String instant(ZoneId zone) {
		try {
			return LocalDateTime.parse(this.until).atZone(zone).toInstant().toString();
		}
		catch (DateTimeParseException ex) {
			throw new InvalidTtlException();
		}
	}

	private static String stripped(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

}
