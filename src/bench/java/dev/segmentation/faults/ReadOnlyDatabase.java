package dev.segmentation.faults;

import java.nio.file.Path;

import dev.segmentation.config.database.embedded.ForeignServer;
import dev.segmentation.config.database.embedded.Writers;
import dev.segmentation.trial.Scenario;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.awaitility.Awaitility.await;

/**
 * The database becomes read-only while clients write, and writable again.
 */
record ReadOnlyDatabase() implements Scenario {

	private static final int WRITES = 100;

	@Override
	public String name() {
		return "read-only";
	}

	@Override
	public String run(Path folder) {
		try (ForeignSite site = new ForeignSite(folder); Writers writers = site.startWriters()) {
			writers.awaitAcknowledged(WRITES);
			setReadOnly(site.server(), "on");
			int write = site.api().post("/segments/create", "{\"name\": \"READ-ONLY\"}").status();
			int read = site.api().get("/segments/").status();
			setReadOnly(site.server(), "off");
			return site.aftermath()
				.check("a write answers 503", write == 503, "it answered " + write)
				.check("a read answers 200", read == 200, "it answered " + read)
				.tells("in a read-only transaction")
				.keeps(writers)
				.figures();
		}
	}

	/** Waits until the server has read its settings again. */
	private static void setReadOnly(ForeignServer server, String value) {
		JdbcClient jdbc = server.administrator().jdbc();
		jdbc.sql("ALTER SYSTEM SET default_transaction_read_only = " + value).update();
		jdbc.sql("SELECT pg_reload_conf()").query().singleRow();
		await().until(() -> server.database()
			.jdbc()
			.sql("SHOW default_transaction_read_only")
			.query(String.class)
			.single()
			.equals(value));
	}

}
