package dev.segmentation.shared;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClientProgramTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			curl/8.5.0                                                                          | curl
			python-requests/2.31.0                                                              | python-requests
			Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)                          | Slackbot-LinkExpanding
			Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0              | Firefox
			Mozilla/5.0 (X11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120 Safari/537.36   | Chrome
			Mozilla/5.0 (X11) AppleWebKit/537.36 (KHTML) Chrome/120 Safari/537.36 Edg/120.0     | Edge
			Mozilla/5.0 (X11) AppleWebKit/537.36 (KHTML) Chrome/120 YaBrowser/24.1 Safari/537   | YaBrowser
			Mozilla/5.0 (Mac) AppleWebKit/605.1 (KHTML) Version/17.2 Safari/605.1               | Safari
			Mozilla/5.0 (iPhone) AppleWebKit/605.1 (KHTML) CriOS/120 Mobile/15E148 Safari/604   | Chrome
			Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)            | Googlebot
			Mozilla/5.0 (like Gecko; compatible; bingbot/2.0) Chrome/120 Safari/537.36          | bingbot
			Mozilla/4.0 (compatible; ms-office; MSOffice 16)                                    | ms-office
			Mozilla/5.0                                                                         | Mozilla
			""")
	void findsTheName(String userAgent, String program) {
		assertThat(ClientProgram.of(userAgent)).isEqualTo(program);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "/", "(((((", "<script>alert(1)</script>", "\u0000\u0001", "\u202eевил", "=1+1" })
	void ignoresOtherTexts(String userAgent) {
		assertThat(ClientProgram.of(userAgent)).isNull();
	}

	@Test
	void cutsLongNames() {
		assertThat(ClientProgram.of("x".repeat(10_000))).isEqualTo("x".repeat(40));
		assertThat(ClientProgram.of("(".repeat(10_000) + "curl")).isNull();
	}

}
