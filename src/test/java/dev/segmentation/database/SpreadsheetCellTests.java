package dev.segmentation.database;

import dev.segmentation.shared.SpreadsheetText;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the database neutralises the same formulas as Java.
 */
@DatabaseTest
class SpreadsheetCellTests {

	private final TestDatabase database;

	SpreadsheetCellTests(TestDatabase database) {
		this.database = database;
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "BETA", "=1+1", "+1", "-1", "@x", "\tx", "\rx", "\n=1", " =1", "'=1", "a,=1", "a;-1",
			"a|+1", "a\t=1", "a,\"=1\"", "\"=1", "a;'=1;''-2", "=1,=2;=3", "1-1, -2", "Скидка,=1", "😀;@x", "a\r\n=1" })
	void agreesWithJava(String text) {
		assertThat(guarded(text)).isEqualTo(SpreadsheetText.guard(text));
	}

	@Test
	void guardsEachPart() {
		assertThat(guarded("=1;x;=2")).isEqualTo("'=1;x;'=2");
	}

	private String guarded(String text) {
		return this.database.jdbc()
			.sql("SELECT spreadsheet_cell(CAST(:text AS text))")
			.param("text", text)
			.query(String.class)
			.single();
	}

}
