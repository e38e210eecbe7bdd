package dev.segmentation.report.web;

import java.time.ZoneId;
import java.util.Map;

import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.report.ReportPlace;
import dev.segmentation.shared.web.page.PageUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

import static java.util.Objects.requireNonNullElse;

/**
 * The options of a report: its place, its lifetime and the format of its file.
 *
 * @param days the lifetime of the link or file in days; {@code null} for the default
 * @param separator the delimiter; {@code null} before the reader has seen the format
 * @param mark whether the file starts with a byte-order mark, for Excel
 * @param detailed whether each line contains act, source, account and note
 */
record ReportForm(ReportPlace place, @Nullable Integer days, @Nullable Separator separator, Boolean mark,
		Boolean detailed) {

	ReportForm(@Nullable ReportPlace place, @Nullable Integer days, @Nullable Separator separator,
			@Nullable Boolean mark, @Nullable Boolean detailed) {
		this.place = requireNonNullElse(place, ReportPlace.LINK);
		this.days = days;
		this.separator = separator;
		this.mark = Boolean.TRUE.equals(mark);
		this.detailed = Boolean.TRUE.equals(detailed);
	}

	/**
	 * Returns a form with the file format of an address.
	 * @param options as {@link #options()} returned them
	 */
	static ReportForm ofOptions(String options) {
		Map<String, String> values = UriComponentsBuilder.fromUriString(options)
			.build()
			.getQueryParams()
			.toSingleValueMap();
		return new ReportForm(null, null, Separator.valueOf(values.getOrDefault("separator", Separator.COMMA.name())),
				Boolean.valueOf(values.get("mark")), Boolean.valueOf(values.get("detailed")));
	}

	/**
	 * Returns the file format as in an address.
	 */
	String options() {
		return addTo(PageUrl.of("")).first();
	}

	/**
	 * Adds the file format to an address.
	 */
	public PageUrl addTo(PageUrl url) {
		return url.with("separator", separatorOrComma()).with("mark", this.mark).with("detailed", this.detailed);
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
	 * Returns the same options with the file format of another form.
	 */
	ReportForm withFormat(ReportForm other) {
		return new ReportForm(this.place, this.days, other.separator, other.mark, other.detailed);
	}

	/**
	 * Returns the layout of the file.
	 * @param zone the time zone of its dates
	 */
	CsvLayout toLayout(ZoneId zone) {
		return new CsvLayout(separatorOrComma().character, this.mark, this.detailed, true, zone);
	}

	private Separator separatorOrComma() {
		return requireNonNullElse(this.separator, Separator.COMMA);
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
