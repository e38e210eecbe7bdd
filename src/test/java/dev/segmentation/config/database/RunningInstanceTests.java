package dev.segmentation.config.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RunningInstanceTests {

	@TempDir
	Path folder;

	private RunningInstance instance;

	@BeforeEach
	void prepare() {
		this.instance = new RunningInstance(new DataDirProperties(this.folder));
	}

	@Test
	void isTheProcessThatHoldsTheLock() throws Exception {
		try (FolderLock lock = FolderLock.hold(this.folder)) {
			assertThat(lock).isNotNull();
			assertThat(this.instance.find()).contains(ProcessHandle.current());
		}
	}

	@Test
	void isNoneAfterTheLockIsReleasedAlthoughTheProcessLives() throws Exception {
		FolderLock.hold(this.folder).close();
		assertThat(this.folder.resolve("instance.pid")).exists();
		assertThat(this.instance.find()).isEmpty();
	}

	@Test
	void isNoneInAFolderThatWasNeverUsed() throws Exception {
		assertThat(this.instance.find()).isEmpty();
		assertThat(this.folder).isEmptyDirectory();
	}

	/** Another program, which must not be stopped, may have got the id. */
	@Test
	void isNotAnotherProcessWithTheSameId() throws Exception {
		try (FolderLock lock = FolderLock.hold(this.folder)) {
			assertThat(lock).isNotNull();
			Files.write(this.folder.resolve("instance.pid"),
					List.of(String.valueOf(ProcessHandle.current().pid()), "2026-01-02T03:04:05Z"));
			assertThatExceptionOfType(EmbeddedDatabaseException.class).isThrownBy(this.instance::find).withMessage("""
					The process that uses the data folder %s is not visible here: stop it where it was started, \
					for example in its container.""", this.folder);
		}
	}

}
