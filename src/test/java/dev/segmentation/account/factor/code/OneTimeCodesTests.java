package dev.segmentation.account.factor.code;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The secret and the codes are the examples of RFC 6238, cut to six digits.
 */
class OneTimeCodesTests {

	private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.UTF_8);

	@ParameterizedTest
	@CsvSource({ "59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037",
			"20000000000, 353130" })
	void acceptsTheCodesOfTheStandard(long time, String code) {
		assertThat(at(time).findStep(SECRET, code, 0)).hasValue(time / 30);
	}

	@Test
	void acceptsTheNextAndThePreviousCodeOnly() {
		assertThat(at(59 + 30).findStep(SECRET, "287082", 0)).hasValue(1);
		assertThat(at(59 - 30).findStep(SECRET, "287082", 0)).hasValue(1);
		assertThat(at(1111111109 - 60).findStep(SECRET, "081804", 0)).isEmpty();
		assertThat(at(59 + 31).findStep(SECRET, "287082", 0)).isEmpty();
	}

	@Test
	void refusesACodeThatWasUsed() {
		assertThat(at(59).findStep(SECRET, "287082", 1)).isEmpty();
		assertThat(at(59).findStep(SECRET, "287083", 0)).isEmpty();
	}

	private static OneTimeCodes at(long time) {
		return new OneTimeCodes(Clock.fixed(Instant.ofEpochSecond(time), ZoneOffset.UTC));
	}

}
