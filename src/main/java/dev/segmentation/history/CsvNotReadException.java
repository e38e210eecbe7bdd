package dev.segmentation.history;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Whoever was reading the history could not go on, as when a download is given up.
 */
public class CsvNotReadException extends UncheckedIOException {

	CsvNotReadException(IOException cause) {
		super(cause);
	}

}
