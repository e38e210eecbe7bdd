package dev.segmentation.shared;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadsheetTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+7 900", "-x", "@anna", "\tx", "'=1", "''@x", "-a\nb" })
	void guardsFormulasAndRestoresThem(String value) {
		assertThat(SpreadsheetText.guard(value)).isEqualTo("'" + value);
		assertThat(SpreadsheetText.unguard("'" + value)).isEqualTo(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "anna", "'anna", "a=b", "'", "o'neil-x", "''" })
	void keepsOtherTexts(String value) {
		assertThat(SpreadsheetText.guard(value)).isEqualTo(value);
		assertThat(SpreadsheetText.unguard(value)).isEqualTo(value);
	}

}
