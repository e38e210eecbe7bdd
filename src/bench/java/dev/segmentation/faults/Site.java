package dev.segmentation.faults;

import java.nio.file.Path;
import java.util.Map;

import dev.segmentation.support.Api;
import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.EmbeddedServer;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;

/**
 * An application on its embedded database, in one folder. It can be killed and started
 * again.
 */
final class Site implements AutoCloseable {

	static final String PASSWORD = "correct horse";

	private final Path folder;

	private final EmbeddedServer server;

	private final @Nullable String token;

	private ApplicationProcess application;

	Site(Path folder) {
		this.folder = folder;
		this.server = new EmbeddedServer(folder.resolve("data", "postgres"));
		this.application = start();
		this.token = this.application.api().as("admin", PASSWORD).token();
	}

	private ApplicationProcess start() {
		return ApplicationProcess.start(this.folder, Map.of("SEGMENTATION_ADMIN_PASSWORD", PASSWORD)).awaitReady();
	}

	/** Kills the database first, so that the application can't stop it in order. */
	void kill(boolean program, boolean database) {
		if (database) {
			this.server.kill();
		}
		if (program) {
			this.application.kill();
			this.application.awaitExit();
		}
	}

	void startAgain() {
		this.application = start();
	}

	ApplicationProcess application() {
		return this.application;
	}

	Api api() {
		return this.application.api().withToken(this.token);
	}

	Pages pages() {
		return new Pages(this.application.api()).signIn("admin", PASSWORD);
	}

	TestDatabase database() {
		return this.server.database();
	}

	@Override
	public void close() {
		this.application.close();
	}

}
