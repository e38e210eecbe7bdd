package dev.segmentation.config.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The process that uses the data folder.
 */
public class RunningInstance {

	private final Path folder;

	RunningInstance(DataDirProperties properties) {
		this.folder = properties.folder();
	}

	public Path folder() {
		return this.folder;
	}

	/**
	 * Finds the process. The lock tells whether there is one, whatever an old file says.
	 * @throws EmbeddedDatabaseException if there is one that this computer does not know
	 */
	public Optional<ProcessHandle> find() throws IOException {
		if (!FolderLock.isHeld(this.folder)) {
			return Optional.empty();
		}
		return Optional.of(FolderUser.find(this.folder)
			.orElseThrow(
					() -> new EmbeddedDatabaseException(("The process that uses the data folder %s is not visible here:"
							+ " stop it where it was started, for example in its container.")
						.formatted(this.folder))));
	}

}
