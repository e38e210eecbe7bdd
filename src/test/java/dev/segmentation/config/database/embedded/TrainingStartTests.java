package dev.segmentation.config.database.embedded;

import java.nio.file.Path;
import java.util.Map;

import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.EmbeddedServer;
import dev.segmentation.support.PreparedFolder;
import dev.segmentation.support.ProcessTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The start that {@code make app} uses to create the cache of classes. It comes first,
 * because it also writes the archive of classes and the prepared data folder for the
 * other processes.
 */
@ProcessTest
@Order(ProcessTest.ORDER - 1)
class TrainingStartTests {

	@TempDir
	Path folder;

	@Test
	void stopsItsServer() {
		ApplicationProcess training = ApplicationProcess.start(this.folder, Map.of("JDK_JAVA_OPTIONS",
				"-Dspring.context.exit=onRefresh", "SEGMENTATION_ADMIN_PASSWORD", PreparedFolder.PASSWORD));
		assertThat(training.awaitExit()).as(training.output()).isZero();
		Path data = this.folder.resolve("data", "postgres");
		assertThat(data.resolve("cluster", "PG_VERSION")).exists();
		assertThat(data.resolve("cluster", "postmaster.pid")).doesNotExist();
		assertThat(new EmbeddedServer(data).isRunning()).isFalse();
		PreparedFolder.keep(data);
	}

}
