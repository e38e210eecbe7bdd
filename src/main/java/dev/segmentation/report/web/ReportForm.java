package dev.segmentation.report.web;

import java.time.ZoneId;
import java.util.Map;

import dev.segmentation.account.password.NewPassword;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.membership.end.EndFields;
import dev.segmentation.report.ReportPlace;
import dev.segmentation.shared.web.page.PageUrl;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

/**
 * The options of a report: its place, its end, its link and the format of its file.
 *
 * @param separator the delimiter; {@code null} before the reader has seen the format
 * @param mark whether the file starts with a byte-order mark, for Excel
 * @param detailed whether each line contains act, source, account and note
 * @param ttl the time until its end
 * @param until the local date and time of its end
 * @param title the name of the report; empty for the name of its file
 * @param recipient the person who gets it; may be empty
 * @param password the password of the link; empty for none
 * @param most how often the link can be opened; {@code null} for any number
 */
record ReportForm(ReportPlace place, @Nullable Separator separator, Boolean mark, Boolean detailed, String ttl,
		String until, @Size(max = LinkForm.LONGEST, message = "{reports.title.long}") String title,
		@Size(max = LinkForm.LONGEST, message = "{reports.title.long}") String recipient, NewPassword password,
		@Range(min = 1, max = LinkForm.MOST, message = "{reports.most.range}") @Nullable Long most)
		implements
			EndFields {

	ReportForm(@Nullable ReportPlace place, @Nullable Separator separator, @Nullable Boolean mark,
			@Nullable Boolean detailed, @Nullable String ttl, @Nullable String until, @Nullable String title,
			@Nullable String recipient, @Nullable NewPassword password, @Nullable Long most) {
		this.place = requireNonNullElse(place, ReportPlace.LINK);
		this.separator = separator;
		this.mark = Boolean.TRUE.equals(mark);
		this.detailed = Boolean.TRUE.equals(detailed);
		this.ttl = requireNonNullElse(ttl, "");
		this.until = requireNonNullElse(until, "");
		this.title = requireNonNullElse(title, "");
		this.recipient = requireNonNullElse(recipient, "");
		this.password = requireNonNullElseGet(password, () -> new NewPassword(""));
		this.most = most;
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
		return ofFormat(Separator.valueOf(values.getOrDefault("separator", Separator.COMMA.name())),
				Boolean.valueOf(values.get("mark")), Boolean.valueOf(values.get("detailed")));
	}

	/**
	 * Returns a form with a file format and nothing else.
	 */
	static ReportForm ofFormat(@Nullable Separator separator, @Nullable Boolean mark, @Nullable Boolean detailed) {
		return new ReportForm(null, separator, mark, detailed, null, null, null, null, null, null);
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
	 * Returns the same options with an end.
	 * @param defaultTtl the time until the end if the form has none
	 */
	ReportForm withEnd(String defaultTtl) {
		return (!this.ttl.isEmpty() || !this.until.isEmpty()) ? this : new ReportForm(this.place, this.separator,
				this.mark, this.detailed, defaultTtl, null, this.title, this.recipient, this.password, this.most);
	}

	LinkForm toLink() {
		boolean link = this.place == ReportPlace.LINK;
		return new LinkForm(this.title, this.recipient, link ? this.password : null, null, link ? this.most : null);
	}

	/**
	 * Returns the same options with the file format of another form.
	 */
	ReportForm withFormat(ReportForm other) {
		return new ReportForm(this.place, other.separator, other.mark, other.detailed, this.ttl, this.until, this.title,
				this.recipient, this.password, this.most);
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
