package dev.segmentation.config.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The lock of a data folder. One process at a time holds it; the operating system
 * releases it when the process ends.
 */
final class FolderLock implements AutoCloseable {

	private static final String FILE = "instance.lock";

	private final FileChannel channel;

	private FolderLock(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Locks a folder, and creates it if it is missing.
	 * @throws EmbeddedDatabaseException if the folder has files of other programs, is not
	 * writable, or another process has locked it
	 */
	static FolderLock hold(Path folder) {
		refuseOtherFiles(folder);
		FileChannel channel = open(folder);
		try {
			FileLock lock = tryLock(channel);
			if (lock == null) {
				channel.close();
				throw new EmbeddedDatabaseException(("Another instance is already running on the data folder %s:"
						+ " stop it, or choose another folder with SEGMENTATION_DATA_DIR.")
					.formatted(folder));
			}
			FolderUser.write(folder);
		}
		catch (IOException ex) {
			throw notWritable(folder, ex);
		}
		return new FolderLock(channel);
	}

	/**
	 * Refuses a folder with files of other programs, because a start replaces the folders
	 * in it. A new disk may have a folder for lost files.
	 */
	static void refuseOtherFiles(Path folder) {
		Path version = folder.resolve("cluster").resolve("PG_VERSION");
		if (Files.exists(folder.resolve(FILE)) || Files.exists(version) || !Files.isDirectory(folder)) {
			return;
		}
		try (Stream<Path> files = Files.list(folder)) {
			files.map(Path::getFileName)
				.map(Path::toString)
				.filter((name) -> !name.equals("lost+found"))
				.min(Comparator.naturalOrder())
				.ifPresent((name) -> {
					throw new EmbeddedDatabaseException(("The data folder %s has other files, such as %s: choose an"
							+ " empty folder with SEGMENTATION_DATA_DIR.")
						.formatted(folder, name));
				});
		}
		catch (IOException ex) {
			throw notWritable(folder, ex);
		}
	}

	/**
	 * Whether another process holds the lock of a folder.
	 */
	static boolean isHeld(Path folder) {
		if (!Files.exists(folder.resolve(FILE))) {
			return false;
		}
		try (FileChannel channel = open(folder)) {
			return tryLock(channel) == null;
		}
		catch (IOException ex) {
			throw notWritable(folder, ex);
		}
	}

	private static FileChannel open(Path folder) {
		try {
			if (Files.notExists(folder)) {
				PrivateFiles.createFolder(folder);
			}
			return FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		}
		catch (IOException ex) {
			throw notWritable(folder, ex);
		}
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	private static EmbeddedDatabaseException notWritable(Path folder, IOException cause) {
		return new EmbeddedDatabaseException(
				("The data folder %s cannot be written to: give the user %s write permission,"
						+ " or choose another folder with SEGMENTATION_DATA_DIR.")
					.formatted(folder, System.getProperty("user.name")),
				cause);
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
