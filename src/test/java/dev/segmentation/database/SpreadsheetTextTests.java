package dev.segmentation.database;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the function that prevents spreadsheets from running a text as a formula.
 */
@DatabaseTest
class SpreadsheetTextTests {

	private final TestDatabase database;

	SpreadsheetTextTests(TestDatabase database) {
		this.database = database;
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=", "=cmd|'/c calc'!A1" })
	void guardsFormulas(String text) {
		assertThat(guarded(text)).isEqualTo("'" + text);
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { "BETA", " =1", "'=1", "a=1", "Скидка", "😀", "\n=1", "1-1" })
	void keepsOtherTexts(@Nullable String text) {
		assertThat(guarded(text)).isEqualTo(text);
	}

	private @Nullable String guarded(@Nullable String text) {
		return this.database.jdbc()
			.sql("SELECT spreadsheet_text(CAST(:text AS text))")
			.param("text", text)
			.query(String.class)
			.optional()
			.orElse(null);
	}

}
