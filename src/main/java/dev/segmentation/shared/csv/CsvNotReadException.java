package dev.segmentation.shared.csv;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The reader of the CSV failed, for example because the client cancelled the download.
 */
public class CsvNotReadException extends UncheckedIOException {

	public CsvNotReadException(IOException cause) {
		super(cause);
	}

}
