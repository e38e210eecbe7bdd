package dev.segmentation.shared;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadsheetTextTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "=1+1", "+7 900", "-x", "@anna", "\tx", "'=1", "''@x", "-a\nb", "＝1+1", "＋1", "－x", "＠anna" })
	void guardsFormulasAndRestoresThem(String value) {
		assertThat(SpreadsheetText.guard(value)).isEqualTo("'" + value);
		assertThat(SpreadsheetText.unguard("'" + value)).isEqualTo(value);
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", quoteCharacter = '`', value = { "a,=1 -> a,'=1", "a;+1;-1 -> a;'+1;'-1",
			"a|@b -> a|'@b", "a;'=1 -> a;''=1", "a,\"=1 -> a,'\"=1", "\"=1 -> '\"=1", "=1;=2 -> '=1;'=2" })
	void guardsFormulasBehindADelimiter(String value, String guarded) {
		assertThat(SpreadsheetText.guard(value)).isEqualTo(guarded);
		assertThat(SpreadsheetText.unguard(guarded)).isEqualTo(value);
	}

	@Test
	void guardsFormulasBehindTabsAndLineBreaks() {
		assertThat(SpreadsheetText.guard("\t=1\n-2\r\n@x\t+1")).isEqualTo("'\t'=1\n'-2\r\n'@x\t'+1");
		assertThat(SpreadsheetText.unguard("'\t'=1\n'-2\r\n'@x\t'+1")).isEqualTo("\t=1\n-2\r\n@x\t+1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "anna", "a, b", "a; -b", "a|b=c", "1-1,2", "line\nbreak", "'anna", "a=b", "'",
			"o'neil-x", "''" })
	void keepsOtherTexts(String value) {
		assertThat(SpreadsheetText.guard(value)).isEqualTo(value);
		assertThat(SpreadsheetText.unguard(value)).isEqualTo(value);
	}

}
