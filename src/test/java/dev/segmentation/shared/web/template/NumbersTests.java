package dev.segmentation.shared.web.template;

import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.i18n.LocaleContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shares as an English reader sees them.
 */
class NumbersTests {

	@AfterEach
	void forgetReader() {
		LocaleContextHolder.resetLocaleContext();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0       | 10      | 0%
			10      | 10      | 100%
			0       | 0       | 0%
			1       | 1000000 | <0.01%
			999999  | 1000000 | 99.99%
			41203   | 100000  | 41.2%
			1       | 3       | 33.33%
			""")
	void writesAShareThatIsNeitherNothingNorAll(long part, long all, String share) {
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		assertThat(new Numbers().share(part, all)).isEqualTo(share);
	}

}
