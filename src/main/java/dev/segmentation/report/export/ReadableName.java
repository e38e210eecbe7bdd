package dev.segmentation.report.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.Selection;
import dev.segmentation.history.Selection.Only;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.shared.ActKind;

import org.springframework.util.DigestUtils;

/**
 * Names files for people after what was filtered and the zone of the dates:
 * {@code history_2026-10_BETA_Europe-Moscow.csv}. Names may have letters of any language.
 */
public final class ReadableName {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmm");

	/** A longer list of ids is replaced by its length. */
	private static final int MAX_IDS = 5;

	private static final int MAX_WORD = 40;

	/** What file systems and shells do not accept everywhere, and blanks. */
	private static final String UNSAFE = "[^\\p{L}\\p{M}\\p{N}._+-]+";

	private ReadableName() {
	}

	/**
	 * Returns the name of a file.
	 * @param form the filters as people wrote them
	 * @param filter the same filters
	 */
	public static String of(HistoryFilterForm form, HistoryFilter filter, CsvLayout layout) {
		return base(form, filter, layout) + layout.extension();
	}

	/**
	 * Returns a name that no file with another filter, layout or readers has. On Google
	 * Drive, a file replaces the one with its name.
	 */
	public static String unique(HistoryFilterForm form, HistoryFilter filter, CsvLayout layout, String readers) {
		String content = ReportName.of(filter, layout) + layout + readers;
		String digest = DigestUtils.md5DigestAsHex(content.getBytes(StandardCharsets.UTF_8));
		return base(form, filter, layout) + "_" + digest.substring(0, 8) + layout.extension();
	}

	private static String base(HistoryFilterForm form, HistoryFilter filter, CsvLayout layout) {
		StringBuilder name = new StringBuilder("history").append(period(filter, layout.zone()))
			.append(segments(form, filter))
			.append(ids("user", filter.users()));
		if (!filter.kinds().isEmpty()) {
			name.append('_')
				.append(filter.kinds().stream().sorted().map(ActKind::text).collect(Collectors.joining("-")));
		}
		if (filter.account() != null) {
			name.append("_by-").append(word(form.account(), filter.account().toString()));
		}
		return name.append('_').append(word(layout.zoneName(), "")).toString();
	}

	private static String period(HistoryFilter filter, ZoneId zone) {
		ZonedDateTime from = filter.from().atZone(zone);
		YearMonth month = YearMonth.from(from);
		if (filter.from().equals(start(month, zone)) && filter.to().equals(start(month.plusMonths(1), zone))) {
			return "_" + month;
		}
		String first = text(from, from.toLocalDate());
		ZonedDateTime to = filter.to().atZone(zone);
		String last = text(to, to.toLocalDate().minusDays(1));
		if (filter.from().equals(HistoryFilter.BEGINNING)) {
			return filter.to().equals(HistoryFilter.END) ? "" : "_until-" + last;
		}
		if (filter.to().equals(HistoryFilter.END)) {
			return "_from-" + first;
		}
		return first.equals(last) ? "_" + first : "_" + first + "_" + last;
	}

	private static Instant start(YearMonth month, ZoneId zone) {
		return month.atDay(1).atStartOfDay(zone).toInstant();
	}

	/** The day for a midnight, and otherwise the time. */
	private static String text(ZonedDateTime bound, LocalDate day) {
		boolean midnight = bound.toInstant().equals(bound.toLocalDate().atStartOfDay(bound.getZone()).toInstant());
		return midnight ? day.toString() : TIME.format(bound);
	}

	private static String segments(HistoryFilterForm form, HistoryFilter filter) {
		String ids = ids("segment", filter.segments());
		return (form.segment().isEmpty() || ids.isEmpty()) ? ids : "_" + word(form.segment(), ids.substring(1));
	}

	private static String ids(String word, Selection selection) {
		if (!(selection instanceof Only(List<Long> ids))) {
			return "";
		}
		List<Long> sorted = ids.stream().sorted().distinct().toList();
		if (sorted.size() > MAX_IDS) {
			return "_%d-%ss".formatted(sorted.size(), word);
		}
		return "_" + word + "-" + sorted.stream().map(Object::toString).collect(Collectors.joining("-"));
	}

	/** A text as a part of a file's name; the other one if nothing of it is left. */
	private static String word(String text, String other) {
		String safe = text.codePoints()
			.limit(MAX_WORD)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString()
			.replaceAll(UNSAFE, "-")
			.replaceAll("^[.-]+|[.-]+$", "");
		return safe.isEmpty() ? other : safe;
	}

}
