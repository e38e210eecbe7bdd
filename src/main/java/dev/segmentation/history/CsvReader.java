package dev.segmentation.history;

import java.io.IOException;

/**
 * Reads history as CSV. It is given as the database sends it: whoever does not read on
 * holds the database up, and whoever fails ends the query.
 */
@FunctionalInterface
public interface CsvReader {

	void read(CsvStream csv) throws IOException;

}
