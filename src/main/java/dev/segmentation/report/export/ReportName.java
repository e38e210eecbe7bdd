package dev.segmentation.report.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.Selection;
import dev.segmentation.history.Selection.Only;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.shared.ActKind;

import org.springframework.util.DigestUtils;

/**
 * Names the files of version 1 of the API after their filters. Different filters have
 * different names, so that no report replaces another one on Google Drive:
 * {@code report_2026_11.csv} is a month, {@code report_2026_11_users_1_2.csv} has only
 * two users of it.
 */
public final class ReportName {

	private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'")
		.withZone(ZoneOffset.UTC);

	/** A longer list of ids is replaced by its length and a digest. */
	private static final int MAX_IDS = 10;

	private ReportName() {
	}

	/**
	 * Returns the name of a file.
	 */
	public static String of(HistoryFilter filter, CsvLayout layout) {
		StringBuilder name = new StringBuilder("report").append(period(filter))
			.append(ids("users", filter.users()))
			.append(ids("segments", filter.segments()));
		if (!filter.kinds().isEmpty()) {
			name.append('_')
				.append(filter.kinds().stream().sorted().map(ActKind::text).collect(Collectors.joining("_")));
		}
		if (filter.account() != null) {
			name.append("_by_").append(filter.account());
		}
		if (!filter.note().isEmpty()) {
			name.append("_note_").append(digest(filter.note()));
		}
		return name.append(layout.raw() ? "_raw" : "").append(".csv").toString();
	}

	private static String period(HistoryFilter filter) {
		YearMonth month = YearMonth.from(filter.from().atOffset(ZoneOffset.UTC));
		if (filter.equals(filter.during(month))) {
			return "_%d_%d".formatted(month.getYear(), month.getMonthValue());
		}
		return bound("_from_", filter.from(), HistoryFilter.BEGINNING) + bound("_to_", filter.to(), HistoryFilter.END);
	}

	private static String bound(String word, Instant instant, Instant none) {
		return instant.equals(none) ? "" : word + INSTANT.format(instant);
	}

	private static String ids(String word, Selection selection) {
		if (!(selection instanceof Only(List<Long> ids))) {
			return "";
		}
		List<Long> sorted = ids.stream().sorted().distinct().toList();
		String joined = sorted.stream().map(Object::toString).collect(Collectors.joining("_"));
		return "_" + word + "_" + ((sorted.size() <= MAX_IDS) ? joined : sorted.size() + "_" + digest(joined));
	}

	private static String digest(String text) {
		return DigestUtils.md5DigestAsHex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
	}

}
