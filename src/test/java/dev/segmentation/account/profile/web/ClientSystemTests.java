package dev.segmentation.account.profile.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClientSystemTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0          | Windows
			Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15      | macOS
			Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 | iPhone
			Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148          | iPad
			Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36   | Android
			Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/142.0 Safari/537.36    | ChromeOS
			Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0                    | Linux
			""")
	void findsTheName(String userAgent, String system) {
		assertThat(ClientSystem.of(userAgent)).isEqualTo(system);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "curl/8.5.0", "python-requests/2.31.0", "Java-http-client/25" })
	void knowsNoneOfPrograms(String userAgent) {
		assertThat(ClientSystem.of(userAgent)).isNull();
	}

}
