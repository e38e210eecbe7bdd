package dev.segmentation.shared;

import java.io.Reader;
import java.io.StringReader;

/**
 * A text of any length, which is read piece by piece and can be read again.
 */
@FunctionalInterface
public interface LongText {

	/** Reads the text from its start. */
	Reader open();

	/**
	 * A text in memory.
	 */
	static LongText of(String text) {
		return () -> new StringReader(text);
	}

}
