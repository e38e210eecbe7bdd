package dev.segmentation.report.web;

import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.report.ReportPlace;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The options of a report: its place, its lifetime and the format of its file.
 *
 * @param days the lifetime of the link or file; {@code null} for the default
 * @param mark whether the file starts with a byte-order mark, for Excel
 * @param detailed whether each line has its act, source, account and note
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
	 * The same options with a lifetime.
	 * @param standard the days of a form without any
	 */
	ReportForm withDays(long standard) {
		return (this.days != null) ? this
				: new ReportForm(this.place, Math.toIntExact(standard), this.separator, this.mark, this.detailed);
	}

	CsvLayout toLayout() {
		return new CsvLayout(this.separator.character, this.mark, this.detailed);
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
