package dev.segmentation.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import dev.segmentation.config.database.embedded.Writers;
import dev.segmentation.support.Api;
import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/**
 * An application and its database, in one folder.
 */
class Site implements AutoCloseable {

	private static final String PASSWORD = "correct horse";

	private final Path folder;

	private final Map<String, String> environment;

	private final Supplier<TestDatabase> database;

	private @Nullable String token;

	private ApplicationProcess application;

	/**
	 * Starts the application.
	 * @param environment the settings as environment variables
	 * @param database the database as it is at present
	 */
	Site(Path folder, Map<String, String> environment, Supplier<TestDatabase> database) {
		this.folder = folder;
		this.environment = new HashMap<>(environment);
		this.environment.put("SEGMENTATION_ADMIN_PASSWORD", PASSWORD);
		this.database = database;
		this.application = startAnother();
		signIn();
	}

	/** Starts one more instance. */
	final ApplicationProcess startAnother() {
		return ApplicationProcess.start(this.folder, this.environment).awaitReady();
	}

	/** Starts it again after its end. */
	void startAgain() {
		this.application = startAnother();
	}

	/** Gets a new token. The last one may have expired. */
	final void signIn() {
		this.token = this.application.api().as("admin", PASSWORD).token();
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
		return this.database.get();
	}

	/** The database for a client that nothing keeps out. */
	TestDatabase administrator() {
		return database();
	}

	Writers startWriters() {
		return Writers.start(api(), database());
	}

	/** Waits until the application has its database back. */
	void awaitAnswers() {
		await().ignoreExceptions().atMost(Duration.ofSeconds(60)).until(() -> api().get("/segments/").status() == 200);
	}

	/** Checks everything now that a fault is over. */
	Aftermath aftermath() {
		return Aftermath.of(this.application, api(), database());
	}

	@Override
	public void close() {
		this.application.close();
	}

}
