package dev.segmentation.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.segmentation.support.ApplicationProcess;

/**
 * Starts the application on an empty database, runs the examples of the API and writes
 * their documents: {@code make docs}.
 */
final class WriteApiExamples {

	private static final String PASSWORD = "correct horse";

	private WriteApiExamples() {
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		Path folder = Files.createTempDirectory("docs");
		try (ApplicationProcess application = ApplicationProcess
			.start(folder, Map.of("SEGMENTATION_ADMIN_PASSWORD", PASSWORD))
			.awaitReady()) {
			for (Map.Entry<Path, String> document : ApiExamples.run(application.api().root(), PASSWORD).entrySet()) {
				Files.writeString(document.getKey(), document.getValue());
			}
		}
	}

}
