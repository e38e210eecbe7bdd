package dev.segmentation;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the JVM reads when the system's encoding does not have a character.
 */
class ReadableSettingsTests {

	@ParameterizedTest
	@CsvSource({ "/srv/\ufffd\ufffd, data, --x, The path of the current folder", "/srv, data, --to=\ufffd, An argument",
			"/srv, /data/\ufffd, --x, SEGMENTATION_DATA_DIR" })
	void namesWhatIsNotReadable(String folder, String data, String argument, String name) {
		Map<String, String> properties = Map.of("user.dir", folder, "sun.jnu.encoding", "ANSI_X3.4-1968");
		assertThat(ReadableSettings.problem(Map.of("SEGMENTATION_DATA_DIR", data), properties::get, argument)).contains(
				name + " has characters that the system's encoding ANSI_X3.4-1968 does not have. Start the program with"
						+ " LC_ALL=C.UTF-8.");
	}

	@Test
	void allowsWhatIsReadable() {
		Map<String, String> properties = Map.of("user.dir", "/srv/\u043a\u0438\u0440", "sun.jnu.encoding", "UTF-8");
		assertThat(ReadableSettings.problem(Map.of("PS1", "\ufffd", "SEGMENTATION_DATA_DIR", "/\u043a"),
				properties::get, "--to=\u043a"))
			.isEmpty();
	}

}
