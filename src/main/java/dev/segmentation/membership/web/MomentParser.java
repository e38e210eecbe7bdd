package dev.segmentation.membership.web;

import java.time.Clock;
import java.time.Instant;

import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.template.Formats;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads the moment of a page, and refuses the future and the time before the history.
 */
@Component
class MomentParser {

	private final Clock clock;

	private final Formats formats;

	MomentParser(Clock clock, Formats formats) {
		this.clock = clock;
		this.formats = formats;
	}

	/**
	 * Reads a moment.
	 * @param field the name of its field
	 * @param beginning the first moment that is known; {@code null} if all are
	 */
	Moment parse(String field, String text, @Nullable Instant beginning, PageVisit visit) {
		Moment moment = Moment.parse(field, text, visit.zone());
		Instant instant = moment.instant();
		if (instant != null && instant.isAfter(this.clock.instant())) {
			return moment.refused(field, "moment.future");
		}
		if (instant != null && beginning != null && instant.isBefore(beginning)) {
			return moment.refused(field, "moment.early", this.formats.second(beginning));
		}
		return moment;
	}

}
