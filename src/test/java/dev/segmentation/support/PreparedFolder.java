package dev.segmentation.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/**
 * A data folder with a migrated database and the first administrator, for applications
 * whose first start another test has shown. {@code TrainingStartTests} makes it. Without
 * that class, they start in an empty folder.
 */
public final class PreparedFolder {

	/** The password of the administrator. */
	public static final String PASSWORD = "correct horse";

	private static volatile @Nullable Path kept;

	private PreparedFolder() {
	}

	/**
	 * Keeps a copy of a data folder for the rest of the run.
	 */
	public static void keep(Path data) {
		try {
			Path copy = Path.of("target", "test-application", "data").toAbsolutePath();
			FileSystemUtils.deleteRecursively(copy);
			copy(data, copy);
			kept = copy;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Makes a data folder for an application, if there is a copy.
	 */
	public static void copyTo(Path data) {
		Path prepared = kept;
		if (prepared != null) {
			copy(prepared, data);
		}
	}

	/** The server accepts only folders with their permissions. */
	private static void copy(Path from, Path to) {
		try {
			Files.createDirectories(to.getParent());
			Process copying = new ProcessBuilder("cp", "--archive", "--reflink=auto", from.toString(), to.toString())
				.inheritIO()
				.start();
			if (copying.waitFor() != 0) {
				throw new IllegalStateException("%s cannot be copied".formatted(from));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
