package dev.segmentation.report.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.Selection;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.history.csv.FileFormat;
import dev.segmentation.shared.ActKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadableNameTests {

	private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

	@ParameterizedTest
	@CsvSource({ "2026-10-01, 2026-11-01, history_2026-10_Europe-Moscow.csv",
			"2026-10-05, 2026-10-06, history_2026-10-05_Europe-Moscow.csv",
			"2026-10-05, 2026-11-10, history_2026-10-05_2026-11-09_Europe-Moscow.csv",
			"2026-10-05, , history_from-2026-10-05_Europe-Moscow.csv",
			", 2026-10-05, history_until-2026-10-04_Europe-Moscow.csv", ", , history_Europe-Moscow.csv" })
	void namesThePeriodInItsZone(LocalDate from, LocalDate to, String name) {
		HistoryFilter filter = HistoryFilter.all()
			.between((from != null) ? start(from) : HistoryFilter.BEGINNING,
					(to != null) ? start(to) : HistoryFilter.END);
		assertThat(ReadableName.of(HistoryFilterForm.EMPTY, filter, layout(MOSCOW))).isEqualTo(name);
	}

	@Test
	void namesHoursAndOffsets() {
		Instant start = Instant.parse("2026-11-24T09:00:00Z");
		HistoryFilter hour = HistoryFilter.all().between(start, start.plusSeconds(3600));
		assertThat(ReadableName.of(HistoryFilterForm.EMPTY, hour, layout(ZoneOffset.ofHours(3))))
			.isEqualTo("history_2026-11-24T1200_2026-11-24T1300_UTC+03-00.csv");
	}

	@Test
	void namesWhatWasFiltered() {
		HistoryFilterForm form = form("SPRING / \u0421\u043a\u0438\u0434\u043a\u0430 10% #5", "anna");
		HistoryFilter filter = new HistoryFilter(HistoryFilter.BEGINNING, HistoryFilter.END,
				Selection.only(List.of(42L, 7L)), Selection.only(List.of(5L)),
				Set.of(ActKind.SEGMENT_DELETED, ActKind.PAGE), 3L, "");
		assertThat(ReadableName.of(form, filter, CsvLayout.PLAIN)).isEqualTo(
				"history_SPRING-\u0421\u043a\u0438\u0434\u043a\u0430-10-5_user-7-42_page-segment_deleted_by-anna_UTC.csv");
	}

	@Test
	void namesUnprintableSegmentsById() {
		HistoryFilter filter = HistoryFilter.all().ofSegments(Selection.only(List.of(5L)));
		for (String name : List.of("\ud83d\ude00", "..", "/", "-")) {
			assertThat(ReadableName.of(form(name, ""), filter, CsvLayout.PLAIN)).isEqualTo("history_segment-5_UTC.csv");
		}
	}

	@Test
	void countsManyUsers() {
		HistoryFilter filter = HistoryFilter.all().ofUsers(Selection.only(LongStream.range(1, 301).boxed().toList()));
		assertThat(ReadableName.of(HistoryFilterForm.EMPTY, filter, CsvLayout.PLAIN))
			.isEqualTo("history_300-users_UTC.csv");
	}

	@Test
	void isUniqueForEachFilterAndLayoutOnDrive() {
		HistoryFilter filter = HistoryFilter.all().ofUsers(Selection.only(List.of(1L)));
		String name = ReadableName.unique(HistoryFilterForm.EMPTY, filter, layout(MOSCOW), "");
		assertThat(name).matches("history_user-1_Europe-Moscow_[0-9a-f]{8}\\.csv")
			.isEqualTo(ReadableName.unique(HistoryFilterForm.EMPTY, filter, layout(MOSCOW), ""))
			.isNotEqualTo(ReadableName.unique(HistoryFilterForm.EMPTY, filter,
					new CsvLayout(FileFormat.CSV, ';', false, CsvLayout.API_COLUMNS, true, false, MOSCOW), ""))
			.isNotEqualTo(ReadableName.unique(HistoryFilterForm.EMPTY, filter.until(Instant.now()), layout(MOSCOW), ""))
			.isNotEqualTo(
					ReadableName.unique(HistoryFilterForm.EMPTY, filter, layout(MOSCOW), "user:anna@example.com"));
	}

	private static Instant start(LocalDate day) {
		return day.atStartOfDay(MOSCOW).toInstant();
	}

	private static HistoryFilterForm form(String segment, String account) {
		return new HistoryFilterForm(null, null, null, null, null, segment, null, account, null, null, null);
	}

	private static CsvLayout layout(ZoneId zone) {
		return new CsvLayout(FileFormat.CSV, ',', false, CsvLayout.API_COLUMNS, true, false, zone);
	}

}
