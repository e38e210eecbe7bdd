package dev.segmentation.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files of the packages. {@code make check-package} installs the packages themselves.
 */
class PackageFilesTests {

	private static final Path UNIT = Path.of("docker", "segmentation.service");

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "build", "check", "segmentation", "debian/postinst", "debian/prerm", "debian/postrm" })
	void scriptsAreValid(String name) throws IOException {
		Path script = Path.of("src/packaging", name);
		assertThat(script).isExecutable();
		assertThat(Shell.run(Path.of("."), Map.of(), "sh", "-n", script.toString())).isEqualTo(new Shell(0, ""));
	}

	@Test
	void controlFileHasAllFields() throws IOException {
		assertThat(Files.readAllLines(Path.of("src/packaging", "debian", "control")))
			.filteredOn((line) -> !line.startsWith(" "))
			.extracting((line) -> line.replaceFirst(":.*", ""))
			.containsExactly("Package", "Version", "Architecture", "Maintainer", "Installed-Size", "Depends", "Section",
					"Priority", "Description");
	}

	@Test
	void unitUsesTheFilesOfThePackage() throws IOException {
		String settings = Files.readString(Path.of("src/packaging", "debian", "conffiles")).strip();
		assertThat(Files.readAllLines(UNIT)).contains("User=segmentation", "EnvironmentFile=-" + settings,
				"ExecStart=/opt/segmentation/bin/segmentation", "StateDirectory=segmentation");
	}

	@Test
	void unitIsValid() throws IOException {
		// The program is not installed here.
		List<String> lines = Files.readAllLines(UNIT)
			.stream()
			.map((line) -> line.replaceFirst("^ExecStart=.*", "ExecStart=/bin/sh"))
			.toList();
		Path unit = Files.write(this.folder.resolve("segmentation.service"), lines);
		assertThat(Shell.run(this.folder, Map.of(), "systemd-analyze", "verify", unit.toString()))
			.isEqualTo(new Shell(0, ""));
	}

}
