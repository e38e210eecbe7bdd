package dev.segmentation.report.export;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.Selection;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.shared.ActKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportNameTests {

	private static final Instant AUGUST = Instant.parse("2023-08-01T00:00:00Z");

	private static final Instant SEPTEMBER = Instant.parse("2023-09-01T00:00:00Z");

	@Test
	void namesAMonth() {
		assertThat(name(AUGUST, SEPTEMBER)).isEqualTo("report_2023_8.csv");
		assertThat(name(HistoryFilter.BEGINNING, HistoryFilter.END)).isEqualTo("report.csv");
	}

	@Test
	void namesOtherPeriodsToTheMinute() {
		assertThat(name(AUGUST.minusSeconds(3 * 3600), SEPTEMBER.minusSeconds(3 * 3600)))
			.isEqualTo("report_from_20230731T2100Z_to_20230831T2100Z.csv");
		assertThat(name(AUGUST, HistoryFilter.END)).isEqualTo("report_from_20230801T0000Z.csv");
		assertThat(name(HistoryFilter.BEGINNING, AUGUST)).isEqualTo("report_to_20230801T0000Z.csv");
	}

	@Test
	void namesTheWholeFilter() {
		assertThat(ReportName.of(august(List.of(7L, 1L, 7L)), CsvLayout.PLAIN))
			.isEqualTo("report_2023_8_users_1_7.csv");
		HistoryFilter filter = new HistoryFilter(AUGUST, SEPTEMBER, Selection.all(), Selection.only(List.of(5L)),
				Set.of(ActKind.SEGMENT_DELETED, ActKind.PAGE), 3L, "");
		assertThat(ReportName.of(filter, CsvLayout.PLAIN))
			.isEqualTo("report_2023_8_segments_5_page_segment_deleted_by_3.csv");
		assertThat(ReportName.of(filter.noted("Black/Friday"), CsvLayout.PLAIN))
			.matches("report_2023_8_segments_5_page_segment_deleted_by_3_note_[0-9a-f]{16}\\.csv");
	}

	@Test
	void distinguishesLongListsOfUsers() {
		List<Long> users = LongStream.rangeClosed(1, 5000).boxed().toList();
		String name = ReportName.of(august(users), CsvLayout.PLAIN);
		assertThat(name).matches("report_2023_8_users_5000_[0-9a-f]{16}\\.csv")
			.isNotEqualTo(ReportName.of(august(LongStream.rangeClosed(2, 5001).boxed().toList()), CsvLayout.PLAIN));
	}

	private static HistoryFilter august(List<Long> users) {
		return HistoryFilter.all().between(AUGUST, SEPTEMBER).ofUsers(Selection.only(users));
	}

	private static String name(Instant from, Instant to) {
		return ReportName.of(HistoryFilter.all().between(from, to), CsvLayout.PLAIN);
	}

}
