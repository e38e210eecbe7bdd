package dev.segmentation.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.segmentation.support.ApplicationProcess;

/**
 * Writes the documents that have a template: {@code make docs}. The examples of the API
 * are run on an application with an empty database.
 */
final class WriteDocuments {

	private static final String PASSWORD = "correct horse";

	private WriteDocuments() {
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		write(RolesDocument.texts());
		Path folder = Files.createTempDirectory("docs");
		try (ApplicationProcess application = ApplicationProcess
			.start(folder, Map.of("SEGMENTATION_ADMIN_PASSWORD", PASSWORD))
			.awaitReady()) {
			write(ApiExamples.run(application.api().root(), PASSWORD));
		}
	}

	private static void write(Map<Path, String> documents) throws IOException {
		for (Map.Entry<Path, String> document : documents.entrySet()) {
			Files.writeString(document.getKey(), document.getValue());
		}
	}

}
