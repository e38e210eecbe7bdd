package dev.segmentation.config.database.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import dev.segmentation.config.ProgramInfo;
import dev.segmentation.config.database.embedded.PostgresServer.PostgresProgramException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class DataFolderTests {

	@TempDir
	Path folder;

	private DataFolder data;

	@BeforeEach
	void prepare() {
		this.data = new DataFolder(new DataDirProperties(this.folder), new MockEnvironment());
	}

	@Test
	void findsTheProcessThatHoldsTheLock() throws Exception {
		try (FolderLock lock = FolderLock.hold(this.folder)) {
			assertThat(lock).isNotNull();
			assertThat(this.data.findProcess()).contains(ProcessHandle.current());
		}
	}

	@Test
	void findsNoneAfterTheLockIsReleasedAlthoughTheProcessLives() throws Exception {
		FolderLock.hold(this.folder).close();
		assertThat(this.folder.resolve("instance.pid")).exists();
		assertThat(this.data.findProcess()).isEmpty();
	}

	@Test
	void findsNoneInAFolderThatWasNeverUsed() throws Exception {
		assertThat(this.data.findProcess()).isEmpty();
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void createsAFolderThatOnlyItsUserCanRead() throws Exception {
		Path missing = this.folder.resolve("new");
		FolderLock.hold(missing).close();
		assertThat(Files.getPosixFilePermissions(missing)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
	}

	@Test
	void cannotCreateAFolderThroughALinkToNothing() throws Exception {
		Path link = Files.createSymbolicLink(this.folder.resolve("link"), this.folder.resolve("nothing"));
		assertThat(new DataFolder(new DataDirProperties(link), new MockEnvironment()).isWritable()).isFalse();
		assertThat(this.data.isWritable()).isTrue();
	}

	@Test
	void saysWhyTheServerDoesNotStart() {
		DataDirectory directory = new DataDirectory(this.folder);
		long enough = 64_000_000;
		assertThat(EmbeddedDatabase.reason(directory, enough - 1, new IOException("No space left on device")))
			.isEqualTo("The disk of the data folder %s has only 63 MB left: free some space, then start again.",
					this.folder);
		assertThat(EmbeddedDatabase.reason(directory, enough, new AccessDeniedException("/x"))).isEqualTo(
				"The data folder %s cannot be used (/x: permission denied): correct the cause, then start again.",
				this.folder);
		assertThat(EmbeddedDatabase.reason(directory, enough, new PostgresProgramException("initdb"))).isEqualTo(
				"The embedded PostgreSQL does not start: fix the error at the end of %s, then start again.",
				directory.log());
	}

	@Test
	void refusesDataOfAnotherMajorVersionOfPostgres() throws Exception {
		Path version = Files.createDirectories(this.folder.resolve("cluster")).resolve("PG_VERSION");
		Files.writeString(version, "14\n");
		assertThatExceptionOfType(EmbeddedDatabaseException.class).isThrownBy(() -> EmbeddedDatabase.start(this.folder))
			.withMessage(
					"""
							The data folder %s has data of PostgreSQL 14, and this program includes PostgreSQL %s: move the data \
							to a server with the program that used the folder last, java -jar OLD.jar export-to \
							jdbc:postgresql://HOST/DATABASE --user USER.""",
					this.folder, ProgramInfo.postgresMajorVersion());
		assertThat(this.folder.resolve("cluster")).isDirectoryNotContaining((file) -> !file.equals(version));
		assertThat(this.data.isInUse()).isFalse();
	}

	@Test
	void refusesFilesOfAnotherProgram() throws Exception {
		Path own = Files.createDirectories(this.folder.resolve("programs")).resolve("mine.txt");
		Files.writeString(own, "mine");
		Files.createDirectory(this.folder.resolve("lost+found"));
		assertThatExceptionOfType(EmbeddedDatabaseException.class).isThrownBy(() -> EmbeddedDatabase.start(this.folder))
			.withMessage("The data folder %s has other files, such as programs: choose an empty folder with"
					+ " SEGMENTATION_DATA_DIR.", this.folder);
		assertThat(own).hasContent("mine");
		assertThat(this.folder.resolve("instance.lock")).doesNotExist();
	}

	/** Another program, which must not be stopped, may have got the id. */
	@Test
	void ignoresAnotherProcessWithTheSameId() throws Exception {
		try (FolderLock lock = FolderLock.hold(this.folder)) {
			assertThat(lock).isNotNull();
			Files.write(this.folder.resolve("instance.pid"),
					List.of(String.valueOf(ProcessHandle.current().pid()), "2026-01-02T03:04:05Z"));
			assertThatExceptionOfType(EmbeddedDatabaseException.class).isThrownBy(this.data::findProcess)
				.withMessage("""
						The process that uses the data folder %s is not visible here: stop it where it was started, \
						for example in its container.""", this.folder);
		}
	}

	@Test
	void leavesNoDatabaseWhenMakingItFails() {
		assertThatIOException().isThrownBy(() -> this.data.makeDatabase(() -> {
			Files.createDirectories(this.data.cluster());
			Files.createFile(this.data.password());
			assertThat(this.data.hasDatabase()).as("a start would use it").isFalse();
			throw new IOException("The disk is full");
		}));
		assertThat(this.data.hasDatabase()).isFalse();
		assertThat(this.data.cluster()).doesNotExist();
		assertThat(this.data.password()).doesNotExist();
	}

}
