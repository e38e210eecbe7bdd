package dev.segmentation.membership.end;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TypedDurationTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			14                     | 14 | 0
			1.5                    | 1  | PT12H
			14d                    | 14 | 0
			14 D                   | 14 | 0
			14 days                | 14 | 0
			2 weeks                | 14 | 0
			2w                     | 14 | 0
			a week                 | 7  | 0
			1 month                | 30 | 0
			1 year                 | 365 | 0
			1 day and 12 hours     | 1  | PT12H
			1d 12h                 | 1  | PT12H
			90 min                 | 0  | PT1H30M
			300ms                  | 0  | PT0.3S
			14 дней                | 14 | 0
			2 недели               | 14 | 0
			2 нед.                 | 14 | 0
			Неделя                 | 7  | 0
			1 день и 2 часа        | 1  | PT2H
			1,5 дня                | 1  | PT12H
			30 мин                 | 0  | PT30M
			месяц                  | 30 | 0
			""")
	void readsWhatPeopleType(String text, long days, String time) {
		Duration exact = "0".equals(time) ? Duration.ZERO : Duration.parse(time);
		assertThat(TypedDuration.parse(text)).isEqualTo(new CalendarDuration(days, exact));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "soon", "7x", "1d 12", "14 14", "0", "0 days", "-1 day", "11 years", "days days!",
			"999999999999999 weeks", "7 дн_" })
	void refusesTheRest(String text) {
		assertThatExceptionOfType(InvalidTtlException.class).isThrownBy(() -> TypedDuration.parse(text));
	}

}
