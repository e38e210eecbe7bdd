package dev.segmentation.shared;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClientDeviceTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			curl/8.5.0                                                                        | curl
			Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0            | Firefox · Linux
			Mozilla/5.0 (Linux; Android 14) AppleWebKit/537 Chrome/120 Mobile Safari/537      | Chrome · Android
			Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537 Chrome/120 Safari/537 Edg/12 | Edge · Windows
			Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) Version/17.2 Safari/604    | Safari · iPhone
			Mozilla/5.0 (Macintosh; Intel Mac OS X 14) AppleWebKit/605 Version/17 Safari/605  | Safari · macOS
			""")
	void namesProgramAndSystem(String userAgent, String device) {
		assertThat(ClientDevice.of(userAgent)).isEqualTo(device);
	}

	@Test
	void knowsNothingWithoutAProgram() {
		assertThat(ClientDevice.of(null)).isNull();
		assertThat(ClientDevice.of("(Windows)")).isNull();
	}

}
