package dev.segmentation.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Starts the application on an empty database, and drives it through generated clients:
 * {@code make clients-check}.
 */
final class CheckClients {

	private static final String CHECK = "src/test/clients/check.sh";

	private CheckClients() {
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		Path folder = Files.createTempDirectory("clients");
		int result;
		try (ApplicationProcess application = ApplicationProcess.start(folder, Map.of("SEGMENTATION_SIGN_UP", "open"))
			.awaitReady()) {
			result = new ProcessBuilder(CHECK, application.api().root()).inheritIO().start().waitFor();
		}
		System.exit(result);
	}

}
