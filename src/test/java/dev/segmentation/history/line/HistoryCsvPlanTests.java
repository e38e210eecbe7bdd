package dev.segmentation.history.line;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.ManyOperations;
import dev.segmentation.history.Selection;
import dev.segmentation.history.csv.CsvColumn;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.history.csv.FileFormat;
import dev.segmentation.shared.csv.CsvCopy;
import dev.segmentation.shared.csv.CsvReader;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The plans of files, on {@link ManyOperations}. Sorting their lines would take a while
 * and much space.
 */
@DatabaseTest
class HistoryCsvPlanTests {

	private final JdbcClient jdbc;

	private final HistoryFilter month = HistoryFilter.month(2023, 2, Selection.all(), Clock.systemUTC());

	HistoryCsvPlanTests(TestDatabase database) throws SQLException {
		this.jdbc = ManyOperations.plans(database).jdbc();
	}

	@Test
	void expandLinesAfterTheSort() {
		assertThat(plan(CsvLayout.API_COLUMNS, this.month)).startsWith("ProjectSet");
	}

	@Test
	void lookUsersUpLineByLine() {
		List<CsvColumn> partner = List.of(CsvColumn.EXTERNAL_ID, CsvColumn.SEGMENT_NAME, CsvColumn.DATE);
		String plan = plan(partner, this.month);
		assertThat(plan).startsWith("Nested Loop Left Join").contains("users_pkey").containsOnlyOnce("ProjectSet");
		assertThat(plan.indexOf("Sort")).as(plan)
			.satisfiesAnyOf((sort) -> assertThat(sort).isNegative(),
					(sort) -> assertThat(sort).isGreaterThan(plan.indexOf("ProjectSet")));
	}

	private String plan(List<CsvColumn> columns, HistoryFilter filter) {
		Statement statement = new Statement();
		CsvLayout layout = new CsvLayout(FileFormat.CSV, ',', false, columns, true, false, ZoneOffset.UTC);
		new HistoryCsvRepository(statement).read(filter, layout, (csv) -> {
		});
		String select = statement.sql.substring(statement.sql.indexOf('(') + 1,
				statement.sql.lastIndexOf(")\nTO STDOUT"));
		return String.join("\n", this.jdbc.sql("EXPLAIN " + select).query(String.class).list());
	}

	/** Keeps the statement instead of executing it. */
	private static final class Statement implements CsvCopy {

		private String sql = "";

		@Override
		public long read(String copy, byte[] start, CsvReader reader) {
			this.sql = copy;
			return 0;
		}

		@Override
		public long readLines(String copy, CsvReader reader) {
			return read(copy, new byte[0], reader);
		}

		@Override
		public String literal(String text) {
			throw new UnsupportedOperationException();
		}

	}

}
