package dev.segmentation.faults;

import java.nio.file.Path;
import java.util.Map;

import dev.segmentation.config.database.embedded.ForeignServer;
import dev.segmentation.support.TestDatabase;

/**
 * An application on a server that it does not start itself.
 */
final class ForeignSite extends Site {

	private final ForeignServer server;

	ForeignSite(Path folder) {
		this(folder, Map.of());
	}

	/**
	 * Starts it with more environment variables.
	 */
	ForeignSite(Path folder, Map<String, String> environment) {
		this(folder, environment, ForeignServer.create(folder));
	}

	private ForeignSite(Path folder, Map<String, String> environment, ForeignServer server) {
		super(folder, with(environment, ForeignServer.environment(server.database())), server::database);
		this.server = server;
	}

	private static Map<String, String> with(Map<String, String> more, Map<String, String> environment) {
		environment.putAll(more);
		return environment;
	}

	ForeignServer server() {
		return this.server;
	}

	@Override
	TestDatabase administrator() {
		return this.server.administrator("segmentation");
	}

	@Override
	public void close() {
		super.close();
		this.server.close();
	}

}
