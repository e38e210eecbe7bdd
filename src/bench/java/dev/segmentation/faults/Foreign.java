package dev.segmentation.faults;

import java.nio.file.Path;
import java.util.Map;

import dev.segmentation.config.database.embedded.ForeignServer;
import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.TestDatabase;

/**
 * Starts applications on a server that they do not start themselves.
 */
final class Foreign {

	private Foreign() {
	}

	static ApplicationProcess start(Path folder, ForeignServer server) {
		return start(folder, server.database());
	}

	static ApplicationProcess start(Path folder, TestDatabase database) {
		return start(folder, ForeignServer.environment(database));
	}

	static ApplicationProcess start(Path folder, Map<String, String> environment) {
		environment.put("SEGMENTATION_ADMIN_PASSWORD", Site.PASSWORD);
		return ApplicationProcess.start(folder, environment).awaitReady();
	}

}
