package dev.segmentation.shared.csv;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Values in the text format of PostgreSQL's COPY.
 */
public final class CopyText {

	private CopyText() {
	}

	/**
	 * Writes a value. PostgreSQL stores no text with the NUL character.
	 */
	public static void write(@Nullable String value, Appendable out) throws IOException {
		if (value == null) {
			out.append("\\N");
			return;
		}
		for (int index = 0; index < value.length(); index++) {
			char c = value.charAt(index);
			switch (c) {
				case '\t' -> out.append("\\t");
				case '\n' -> out.append("\\n");
				case '\r' -> out.append("\\r");
				case '\\' -> out.append("\\\\");
				case '\0' -> out.append('\uFFFD');
				default -> out.append(c);
			}
		}
	}

	/**
	 * Returns an array of texts as a value.
	 */
	public static String array(List<String> values) {
		return values.stream()
			.map((value) -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
			.collect(Collectors.joining(",", "{", "}"));
	}

}
