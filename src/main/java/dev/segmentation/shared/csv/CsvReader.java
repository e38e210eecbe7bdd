package dev.segmentation.shared.csv;

import java.io.IOException;

/**
 * Reads history as CSV while the database sends it. A slow reader slows down the
 * database. A failing reader ends the query.
 */
@FunctionalInterface
public interface CsvReader {

	void read(CsvStream csv) throws IOException;

}
