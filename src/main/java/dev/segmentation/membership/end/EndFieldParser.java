package dev.segmentation.membership.end;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Reads the end of memberships from forms. An unreadable value becomes an error at its
 * field.
 */
@Component
public class EndFieldParser {

	private final Clock clock;

	EndFieldParser(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Reads the end of new memberships.
	 * @param zone the user's time zone
	 * @return {@code null} without end or after an error
	 */
	public @Nullable Ttl parse(EndFields form, ZoneId zone, Errors errors) {
		if (!form.ttl().isEmpty() && !form.until().isEmpty()) {
			errors.rejectValue("until", "members.end.both");
			return null;
		}
		if (form.ttl().isEmpty()) {
			return instant(form.until(), zone, errors);
		}
		CalendarDuration ttl = duration("ttl", form.ttl(), errors);
		return (ttl != null) ? new Ttl.For(fromNow(ttl, zone)) : null;
	}

	private Duration fromNow(CalendarDuration ttl, ZoneId zone) {
		return ttl.from(this.clock.instant(), zone);
	}

	/**
	 * Adds an error to the field when the end passed after the page was loaded.
	 */
	public static void rejectPassed(EndFields form, Errors errors) {
		errors.rejectValue(form.ttl().isEmpty() ? "until" : "ttl", "members.until.over");
	}

	/**
	 * Reads a duration as people type it.
	 * @param text empty when not given
	 */
	private @Nullable CalendarDuration duration(String field, String text, Errors errors) {
		try {
			return text.isEmpty() ? null : TypedDuration.parse(text);
		}
		catch (InvalidTtlException ex) {
			errors.rejectValue(field, "members.ttl.invalid");
			return null;
		}
	}

	/**
	 * Reads the local date and time of the field {@code until}, in the format of
	 * browsers.
	 * @param text empty when not given
	 */
	private Ttl.@Nullable Until instant(String text, ZoneId zone, Errors errors) {
		try {
			if (!text.isEmpty() && Ttl.parse(LocalDateTime.parse(text).atZone(zone).toInstant().toString(),
					this.clock) instanceof Ttl.Until until) {
				return until;
			}
		}
		catch (DateTimeException ex) {
			errors.rejectValue("until", "members.until.invalid");
		}
		catch (InvalidTtlException ex) {
			errors.rejectValue("until", "members.until.over");
		}
		return null;
	}

	/**
	 * Reads a change of the end.
	 * @return {@code null} after an error
	 */
	public @Nullable EndChange change(EndChangeFields form, ZoneId zone, Errors errors) {
		return switch (form.change()) {
			case LATER -> {
				CalendarDuration by = duration("by", form.by(), errors);
				yield (by != null) ? new EndChange.Later(by, zone) : missing("by", "members.by.empty", errors);
			}
			case AFTER -> {
				CalendarDuration ttl = duration("ttl", form.ttl(), errors);
				yield (ttl != null) ? new EndChange.After(fromNow(ttl, zone))
						: missing("ttl", "members.by.empty", errors);
			}
			case AT -> {
				Ttl.Until until = instant(form.until(), zone, errors);
				yield (until != null) ? new EndChange.At(until.instant())
						: missing("until", "members.until.empty", errors);
			}
			case NEVER -> new EndChange.Never();
			case null -> null;
		};
	}

	private static @Nullable EndChange missing(String field, String message, Errors errors) {
		if (!errors.hasFieldErrors(field)) {
			errors.rejectValue(field, message);
		}
		return null;
	}

}
