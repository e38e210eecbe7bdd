package dev.segmentation.config.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

import org.springframework.core.env.Environment;

/**
 * The data folder that the settings name.
 */
public class DataFolder {

	private final Path path;

	private final boolean used;

	DataFolder(DataDirProperties properties, Environment environment) {
		this.path = properties.folder();
		this.used = EmbeddedDatabaseConfiguration.isUsed(environment);
	}

	public Path path() {
		return this.path;
	}

	/**
	 * Whether the database is in the folder. Otherwise the settings name a database.
	 */
	public boolean isUsed() {
		return this.used;
	}

	/**
	 * Whether there is a database in the folder.
	 */
	public boolean hasDatabase() {
		return new DataDirectory(this.path).hasCluster();
	}

	/**
	 * Whether this process can write to the folder, or can create it.
	 */
	public boolean isWritable() {
		Path existing = this.path;
		while (existing != null && Files.notExists(existing, LinkOption.NOFOLLOW_LINKS)) {
			existing = existing.getParent();
		}
		return existing != null && Files.isDirectory(existing) && Files.isWritable(existing);
	}

	/**
	 * Refuses a folder with files of other programs.
	 * @throws EmbeddedDatabaseException if it has some
	 */
	public void refuseOtherFiles() {
		FolderLock.refuseOtherFiles(this.path);
	}

	/**
	 * Finds the process that uses the folder. The lock tells whether there is one,
	 * whatever an old file says.
	 * @throws EmbeddedDatabaseException if there is one that this computer does not know
	 */
	public Optional<ProcessHandle> findProcess() throws IOException {
		if (!isInUse()) {
			return Optional.empty();
		}
		return Optional.of(FolderUser.find(this.path)
			.orElseThrow(
					() -> new EmbeddedDatabaseException(("The process that uses the data folder %s is not visible here:"
							+ " stop it where it was started, for example in its container.")
						.formatted(this.path))));
	}

	/**
	 * Whether a process uses the folder.
	 */
	public boolean isInUse() {
		return FolderLock.isHeld(this.path);
	}

	/** The files of the server. */
	public Path cluster() {
		return new DataDirectory(this.path).cluster();
	}

	/** The file with the password of the server's only role. */
	public Path password() {
		return new DataDirectory(this.path).password();
	}

	/**
	 * Makes the database of the folder. An interrupted or failed attempt leaves no
	 * database that a start would use.
	 * @throws EmbeddedDatabaseException if there is a database, or an instance is running
	 */
	public void makeDatabase(ClusterMaker maker) throws IOException {
		FolderLock lock = FolderLock.hold(this.path);
		try (lock) {
			refuseDatabase();
			new DataDirectory(this.path).makeCluster(maker);
		}
	}

	/**
	 * Refuses a folder that has a database.
	 * @throws EmbeddedDatabaseException if it has one
	 */
	public void refuseDatabase() {
		if (hasDatabase()) {
			throw new EmbeddedDatabaseException(
					("There is a database in the data folder %s already, and it was not changed:"
							+ " choose another folder with SEGMENTATION_DATA_DIR.")
						.formatted(this.path));
		}
	}

}
