package dev.segmentation.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import dev.segmentation.support.Api;
import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.EmbeddedServer;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/**
 * An application on its embedded database, in one folder. It can be killed and started
 * again.
 */
final class Site implements AutoCloseable {

	static final String PASSWORD = "correct horse";

	private final Path folder;

	private final Map<String, String> environment;

	private final EmbeddedServer server;

	private final @Nullable String token;

	private ApplicationProcess application;

	Site(Path folder) {
		this(folder, Map.of());
	}

	/**
	 * Starts it with more environment variables, which its database gets too.
	 */
	Site(Path folder, Map<String, String> environment) {
		this.folder = folder;
		this.environment = new HashMap<>(environment);
		this.environment.put("SEGMENTATION_ADMIN_PASSWORD", PASSWORD);
		this.server = new EmbeddedServer(folder.resolve("data", "postgres"));
		this.application = start();
		this.token = this.application.api().as("admin", PASSWORD).token();
	}

	private ApplicationProcess start() {
		return ApplicationProcess.start(this.folder, this.environment).awaitReady();
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

	/** Waits until the application has its database back. */
	void awaitAnswers() {
		await().ignoreExceptions().atMost(Duration.ofSeconds(60)).until(() -> api().get("/segments/").status() == 200);
	}

	/** Checks everything now that a fault is over. */
	Aftermath aftermath() {
		return Aftermath.of(this.application, api(), database());
	}

	TestDatabase database() {
		return this.server.database();
	}

	@Override
	public void close() {
		this.application.close();
	}

}
