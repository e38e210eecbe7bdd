package dev.segmentation.report.drive;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * The content of a file. It may be longer than memory, and its length may be unknown.
 */
@FunctionalInterface
public interface Content {

	/**
	 * Opens the content, passes it to the reader, and closes it. A repeated upload calls
	 * this again and needs the content from its start.
	 * @param reader reads in this thread and has finished when it returns
	 */
	void stream(Consumer<InputStream> reader) throws IOException;

}
