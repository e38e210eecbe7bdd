package dev.segmentation.report.web;

import java.time.Duration;
import java.time.Instant;

import dev.segmentation.membership.end.EndChange;
import dev.segmentation.membership.end.EndFieldParser;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.report.EndOutOfRangeException;
import dev.segmentation.report.LinkChanges;
import dev.segmentation.report.Report;
import dev.segmentation.report.ReportProperties;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import dev.segmentation.shared.web.template.Formats;
import dev.segmentation.shared.web.template.Messages;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Reads and changes the end of a report by a form, with errors at its fields.
 */
@Component
class LinkEnds {

	private final EndFieldParser parser;

	private final LinkChanges changes;

	private final Formats formats;

	private final Messages messages;

	private final Duration defaultKept;

	LinkEnds(EndFieldParser parser, LinkChanges changes, Formats formats, Messages messages,
			ReportProperties properties) {
		this.parser = parser;
		this.changes = changes;
		this.formats = formats;
		this.messages = messages;
		this.defaultKept = properties.keep();
	}

	/**
	 * Returns the default time until the end of a new report, in the reader's language.
	 */
	String defaultTtl() {
		return this.messages.get("reports.days.count", this.defaultKept.toDays());
	}

	/**
	 * Reads how long a new report is available.
	 */
	Duration kept(ReportForm form, Errors errors, PageVisit visit) {
		Ttl ttl = this.parser.parse(form, visit.zone(), errors);
		Duration kept = switch (ttl) {
			case Ttl.For(var duration) -> duration;
			case Ttl.Until(var instant) -> Duration.between(this.formats.now(), instant);
			case null -> this.defaultKept;
		};
		if (kept.compareTo(LinkChanges.LONGEST) > 0) {
			errors.rejectValue(form.ttl().isEmpty() ? "until" : "ttl", "reports.end.range");
		}
		return kept;
	}

	/**
	 * Reads the new end.
	 * @return {@code null} after an error
	 */
	@Nullable EndChange parse(LinkEndForm form, Errors errors, PageVisit visit) {
		EndChange change = this.parser.change(form, visit.zone(), errors);
		return errors.hasErrors() ? null : change;
	}

	/**
	 * Changes the end, and tells the result.
	 * @param field the field that gets an error
	 * @return {@code false} after an error
	 */
	boolean change(Report report, EndChange change, String field, Errors errors, PageVisit visit) {
		try {
			Instant end = this.changes.extend(report, change, visit.account());
			visit.tell(Toast.success("reports.extended", this.formats.when(end)));
			return true;
		}
		catch (EndOutOfRangeException ex) {
			errors.rejectValue(field, "reports.end.range");
			return false;
		}
	}

}
