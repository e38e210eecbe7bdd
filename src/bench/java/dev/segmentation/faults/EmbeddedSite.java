package dev.segmentation.faults;

import java.nio.file.Path;
import java.util.Map;

import dev.segmentation.support.EmbeddedServer;

/**
 * An application on its embedded database. Both can be killed.
 */
final class EmbeddedSite extends Site {

	private final EmbeddedServer server;

	EmbeddedSite(Path folder) {
		this(folder, Map.of());
	}

	/**
	 * Starts it with more environment variables, which its database gets too.
	 */
	EmbeddedSite(Path folder, Map<String, String> environment) {
		this(folder, environment, new EmbeddedServer(folder.resolve("data", "postgres")));
	}

	private EmbeddedSite(Path folder, Map<String, String> environment, EmbeddedServer server) {
		super(folder, environment, server::database);
		this.server = server;
	}

	/** Kills the database first, so that the application can't stop it in order. */
	void kill(boolean program, boolean database) {
		if (database) {
			this.server.kill();
		}
		if (program) {
			application().kill();
			application().awaitExit();
		}
	}

}
