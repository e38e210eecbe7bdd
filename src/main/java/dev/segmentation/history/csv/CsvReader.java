package dev.segmentation.history.csv;

import java.io.IOException;

/**
 * Reads history as CSV while the database sends it. A slow reader slows down the
 * database. A failing reader ends the query.
 */
@FunctionalInterface
public interface CsvReader {

	/**
	 * Starts the answer, before the export takes a connection. An answer to a browser
	 * saves the browser's session here: during {@link #read}, this would need a second
	 * connection.
	 */
	default void start() throws IOException {
	}

	void read(CsvStream csv) throws IOException;

}
