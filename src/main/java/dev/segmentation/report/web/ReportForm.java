package dev.segmentation.report.web;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.segmentation.account.password.NewPassword;
import dev.segmentation.history.csv.CsvColumn;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.history.csv.FileFormat;
import dev.segmentation.membership.end.EndFields;
import dev.segmentation.report.ReportPlace;
import dev.segmentation.report.drive.DriveReaders;
import dev.segmentation.shared.web.page.PageUrl;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.validation.Errors;
import org.springframework.web.util.UriComponentsBuilder;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

/**
 * The options of a report: its place, the format of its file, its end and its link.
 *
 * @param format the format of the file
 * @param separator the delimiter; {@code null} before the reader has seen the format
 * @param mark whether the file starts with a byte-order mark, for Excel
 * @param raw whether formulas are not neutralised
 * @param preset the set of columns
 * @param column the columns of the reader's own set, in their order
 * @param ttl the time until its end
 * @param until the local date and time of its end
 * @param title the name of the report; empty for the name of its file
 * @param recipient the person who gets it; may be empty
 * @param password the password of the link; empty for none
 * @param readers the e-mail addresses that can read the file on Google Drive; empty for
 * the readers of the setting
 * @param most how often the link can be opened; {@code null} for any number
 * @param personal whether the reader agrees that personal data is shared
 */
record ReportForm(ReportPlace place, FileFormat format, @Nullable Separator separator, Boolean mark, Boolean raw,
		ColumnPreset preset, List<CsvColumn> column, String ttl, String until,
		@Size(max = LinkForm.LONGEST, message = "{reports.title.long}") String title,
		@Size(max = LinkForm.LONGEST, message = "{reports.title.long}") String recipient, NewPassword password,
		String readers, @Range(min = 1, max = LinkForm.MOST, message = "{reports.most.range}") @Nullable Long most,
		Boolean personal) implements EndFields {

	ReportForm(@Nullable ReportPlace place, @Nullable FileFormat format, @Nullable Separator separator,
			@Nullable Boolean mark, @Nullable Boolean raw, @Nullable ColumnPreset preset,
			@Nullable List<CsvColumn> column, @Nullable String ttl, @Nullable String until, @Nullable String title,
			@Nullable String recipient, @Nullable NewPassword password, @Nullable String readers, @Nullable Long most,
			@Nullable Boolean personal) {
		this.place = requireNonNullElse(place, ReportPlace.LINK);
		this.format = requireNonNullElse(format, FileFormat.CSV);
		this.separator = separator;
		this.mark = Boolean.TRUE.equals(mark);
		this.raw = Boolean.TRUE.equals(raw);
		this.preset = requireNonNullElse(preset, ColumnPreset.API);
		this.column = (column != null) ? column.stream().distinct().toList() : List.of();
		this.ttl = requireNonNullElse(ttl, "");
		this.until = requireNonNullElse(until, "");
		this.title = requireNonNullElse(title, "");
		this.recipient = requireNonNullElse(recipient, "");
		this.password = requireNonNullElseGet(password, () -> new NewPassword(""));
		this.readers = requireNonNullElse(readers, "");
		this.most = most;
		this.personal = Boolean.TRUE.equals(personal);
	}

	/**
	 * Returns a form with the usual file format for a delimiter and a mark.
	 */
	static ReportForm ofFormat(Separator separator, boolean mark) {
		return ofFormat(FileFormat.CSV, separator, mark, false, ColumnPreset.API, List.of());
	}

	private static ReportForm ofFormat(FileFormat format, Separator separator, boolean mark, boolean raw,
			ColumnPreset preset, List<CsvColumn> column) {
		return new ReportForm(null, format, separator, mark, raw, preset, column, null, null, null, null, null, null,
				null, null);
	}

	/**
	 * Returns a form with the file format of an address.
	 * @param options as {@link #options()} returned them
	 */
	static ReportForm ofOptions(String options) {
		MultiValueMap<String, String> values = UriComponentsBuilder.fromUriString(options).build().getQueryParams();
		return ofFormat(FileFormat.valueOf(first(values, "format", FileFormat.CSV)),
				Separator.valueOf(first(values, "separator", Separator.COMMA)),
				Boolean.valueOf(values.getFirst("mark")), Boolean.valueOf(values.getFirst("raw")),
				ColumnPreset.valueOf(first(values, "preset", ColumnPreset.API)),
				values.getOrDefault("column", List.of()).stream().map(CsvColumn::valueOf).toList());
	}

	private static String first(MultiValueMap<String, String> values, String name, Enum<?> other) {
		return requireNonNullElse(values.getFirst(name), other.name());
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
		return url.with("format", this.format)
			.with("separator", separatorOrComma())
			.with("mark", this.mark)
			.with("raw", this.raw)
			.with("preset", this.preset)
			.with("column", this.column);
	}

	/**
	 * Returns the same options with an end.
	 * @param defaultTtl the time until the end if the form has none
	 */
	ReportForm withEnd(String defaultTtl) {
		return (!this.ttl.isEmpty() || !this.until.isEmpty()) ? this
				: new ReportForm(this.place, this.format, this.separator, this.mark, this.raw, this.preset, this.column,
						defaultTtl, null, this.title, this.recipient, this.password, this.readers, this.most,
						this.personal);
	}

	/**
	 * Returns the readers on Google Drive; {@code null} for those of the setting.
	 */
	@Nullable DriveReaders toReaders(Errors errors) {
		if (this.place != ReportPlace.DRIVE || this.readers.isBlank()) {
			return null;
		}
		Optional<DriveReaders> parsed = DriveReaders.parseAddresses(this.readers);
		if (parsed.isEmpty()) {
			errors.rejectValue("readers", "reports.readers.invalid");
		}
		return parsed.orElse(null);
	}

	LinkForm toLink() {
		boolean link = this.place == ReportPlace.LINK;
		return new LinkForm(this.title, this.recipient, link ? this.password : null, null, link ? this.most : null,
				null);
	}

	/**
	 * Returns the same options with the file format of another form.
	 */
	ReportForm withFormat(ReportForm other) {
		return new ReportForm(this.place, other.format, other.separator, other.mark, other.raw, other.preset,
				other.column, this.ttl, this.until, this.title, this.recipient, this.password, this.readers, this.most,
				this.personal);
	}

	/**
	 * Returns the layout of the file.
	 * @param zone the time zone of its dates
	 */
	CsvLayout toLayout(ZoneId zone) {
		return new CsvLayout(this.format, separatorOrComma().character, this.mark, columns(), true, this.raw, zone);
	}

	/**
	 * Returns the columns of the file; empty when the reader has chosen none.
	 */
	List<CsvColumn> columns() {
		return (this.preset == ColumnPreset.CUSTOM) ? this.column : this.preset.columns();
	}

	/** Whether people without an account could read personal data without a warning. */
	boolean isPersonalUnnoticed() {
		return this.place != ReportPlace.FILE && !this.personal && columns().stream().anyMatch(CsvColumn::isPersonal);
	}

	/**
	 * Returns all columns for the reader's own set: the chosen ones in their order, and
	 * then the others.
	 */
	public Map<CsvColumn, Boolean> choices() {
		List<CsvColumn> chosen = this.column.isEmpty() ? columns() : this.column;
		Map<CsvColumn, Boolean> choices = new LinkedHashMap<>();
		chosen.forEach((each) -> choices.put(each, true));
		Stream.of(CsvColumn.values()).forEach((each) -> choices.putIfAbsent(each, false));
		return choices;
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
