package dev.segmentation.membership.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;

import dev.segmentation.membership.InvalidTtlException;
import dev.segmentation.membership.Ttl;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Reads the end of a membership as people give it: a duration in one field, or a date and
 * time of their zone in another.
 */
@Component
class EndInput {

	private final Clock clock;

	EndInput(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Reads the fields {@code ttl} and {@code until}, and says beside them what is wrong.
	 * @return the end; {@code null} when both are empty, or one is wrong
	 */
	@Nullable Ttl read(String ttl, String until, ZoneId zone, Errors errors) {
		if (!ttl.isEmpty() && !until.isEmpty()) {
			errors.rejectValue("until", "members.end.both");
			return null;
		}
		return ttl.isEmpty() ? instant(until, zone, errors) : duration("ttl", ttl, errors);
	}

	/**
	 * Reads a field with a duration, if there is something in it.
	 */
	Ttl.@Nullable For duration(String field, String text, Errors errors) {
		try {
			if (!text.isEmpty()
					&& Ttl.parse(text.replace(" ", "").replace(":", "?"), this.clock) instanceof Ttl.For ttl) {
				return ttl;
			}
		}
		catch (InvalidTtlException ex) {
			errors.rejectValue(field, "members.ttl.invalid");
		}
		return null;
	}

	/**
	 * Reads the field {@code until}, if there is something in it.
	 */
	Ttl.@Nullable Until instant(String text, ZoneId zone, Errors errors) {
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

}
