package dev.segmentation.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of code in a document, so that a test runs what the document says.
 */
public final class DocumentedBlock {

	private DocumentedBlock() {
	}

	/**
	 * Reads the first block of a language.
	 * @param document the name of a file in the folder {@code docs}
	 */
	public static String first(String document, String language) {
		try {
			String text = Files.readString(Path.of("docs", document).toAbsolutePath());
			Matcher block = Pattern.compile("(?ms)^```%s\n(.*?)^```$".formatted(language)).matcher(text);
			if (!block.find()) {
				throw new IllegalStateException("%s has no block of %s".formatted(document, language));
			}
			return block.group(1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
