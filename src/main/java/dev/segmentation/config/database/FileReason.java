package dev.segmentation.config.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/**
 * Why a file cannot be used. The messages of some of Java's exceptions are only paths.
 */
public final class FileReason {

	private FileReason() {
	}

	/** Returns the reason without a full stop. */
	public static String of(IOException failure) {
		return failure.getMessage() + switch (failure) {
			case AccessDeniedException ex when ex.getReason() == null -> ": permission denied";
			case NoSuchFileException ex when ex.getReason() == null -> ": no such file or folder";
			case FileAlreadyExistsException ex when ex.getReason() == null -> ": exists already";
			default -> "";
		};
	}

}
