package dev.segmentation.report.web;

import java.time.ZoneId;

import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.report.ReportPlace;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The options of a report: its place, its lifetime and the format of its file.
 *
 * @param days the lifetime of the link or file in days; {@code null} for the default
 * @param mark whether the file starts with a byte-order mark, for Excel
 * @param detailed whether each line contains act, source, account and note
 */
record ReportForm(ReportPlace place, @Nullable Integer days, Separator separator, Boolean mark, Boolean detailed) {

	ReportForm(@Nullable ReportPlace place, @Nullable Integer days, @Nullable Separator separator,
			@Nullable Boolean mark, @Nullable Boolean detailed) {
		this.place = requireNonNullElse(place, ReportPlace.LINK);
		this.days = days;
		this.separator = requireNonNullElse(separator, Separator.COMMA);
		this.mark = Boolean.TRUE.equals(mark);
		this.detailed = Boolean.TRUE.equals(detailed);
	}

	/**
	 * Returns the same options with a lifetime.
	 * @param defaultDays the lifetime in days if the form has none
	 */
	ReportForm withDays(long defaultDays) {
		return (this.days != null) ? this
				: new ReportForm(this.place, Math.toIntExact(defaultDays), this.separator, this.mark, this.detailed);
	}

	/**
	 * Returns the layout of the file.
	 * @param zone the time zone of its dates
	 */
	CsvLayout toLayout(ZoneId zone) {
		return new CsvLayout(this.separator.character, this.mark, this.detailed, true, zone);
	}

	/**
	 * The delimiters of CSV files.
	 */
	enum Separator {

		COMMA(','), SEMICOLON(';'), TAB('\t');

		private final char character;

		Separator(char character) {
			this.character = character;
		}

	}

}
