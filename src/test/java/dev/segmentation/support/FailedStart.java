package dev.segmentation.support;

import java.nio.file.Path;
import java.util.Map;

/**
 * The end of an application start that must fail.
 */
public record FailedStart(int exitCode, String output) {

	/**
	 * Starts the application and waits for its end.
	 */
	public static FailedStart of(Path folder, Map<String, String> environment) {
		ApplicationProcess application = ApplicationProcess.startShort(folder, environment);
		return new FailedStart(application.awaitExit(), application.output().strip());
	}

}
