package dev.segmentation.config.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and folders that only the user of this process can read. On Windows they have the
 * permissions of their folder.
 */
public final class PrivateFiles {

	private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

	private PrivateFiles() {
	}

	/** Creates a folder and its missing parents. Takes over a folder that exists. */
	public static void createFolder(Path folder) throws IOException {
		Files.createDirectories(folder, permissions(folder, "rwx------"));
		if (isPosix(folder)) {
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
		}
	}

	/** Creates a file, and opens it for writing. */
	public static FileChannel createFile(Path file) throws IOException {
		return FileChannel.open(file, NEW, permissions(file, "rw-------"));
	}

	/** Writes a file's content to the disk. */
	public static void syncFile(Path file) throws IOException {
		sync(file, StandardOpenOption.WRITE);
	}

	/** Writes a folder's entries to the disk. Windows does so itself. */
	public static void syncFolder(Path folder) throws IOException {
		if (isPosix(folder)) {
			sync(folder, StandardOpenOption.READ);
		}
	}

	private static void sync(Path path, OpenOption access) throws IOException {
		try (FileChannel channel = FileChannel.open(path, access)) {
			channel.force(true);
		}
	}

	private static FileAttribute<?>[] permissions(Path path, String permissions) {
		if (!isPosix(path)) {
			return new FileAttribute<?>[0];
		}
		FileAttribute<Set<PosixFilePermission>> attribute = PosixFilePermissions
			.asFileAttribute(PosixFilePermissions.fromString(permissions));
		return new FileAttribute<?>[] { attribute };
	}

	private static boolean isPosix(Path path) {
		return path.getFileSystem().supportedFileAttributeViews().contains("posix");
	}

}
