package dev.segmentation.report.drive;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * What a file is to hold. It is never in memory as a whole, and its length need not be
 * known.
 */
@FunctionalInterface
public interface Content {

	/**
	 * Opens the content, lets it be read, and closes it. Is called again when the upload
	 * has to begin anew, and must then open it from its start. Failures of the stream
	 * come out of the reader; failures of Drive do not: it then just stops reading.
	 * @param reader reads in this thread, and is done when it returns
	 */
	void stream(Consumer<InputStream> reader) throws IOException;

}
