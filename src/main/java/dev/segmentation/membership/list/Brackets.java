package dev.segmentation.membership.list;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Finds the brackets around a whole list: ('anna', 'boris') or IN ('anna', 'boris');
 */
final class Brackets {

	/** Longer than IN and the blanks around it. */
	private static final int LONGEST_HEAD = 64;

	private final StringBuilder head = new StringBuilder();

	private long position;

	private long start = -1;

	private long end = -1;

	private boolean comma;

	private Brackets() {
	}

	/**
	 * Finds the list in a text.
	 * @return the part inside the brackets; the whole text if it has no such brackets
	 */
	static Part find(Reader text) throws IOException {
		Brackets brackets = new Brackets();
		BufferedReader in = new BufferedReader(text);
		for (int next = in.read(); next >= 0; next = in.read()) {
			if (!brackets.accept((char) next)) {
				return Part.ALL;
			}
			brackets.position++;
		}
		return (brackets.end >= 0) ? new Part(brackets.start, brackets.end - brackets.start) : Part.ALL;
	}

	/** Whether the text up to this character may be a list in brackets. */
	private boolean accept(char next) {
		if (this.start < 0) {
			return begin(next);
		}
		if (this.end >= 0) {
			return next == ';' || Character.isWhitespace(next);
		}
		if (next == ')' || next == ']') {
			this.end = this.position;
			return this.comma;
		}
		this.comma |= next == ',';
		return next != '(' && next != '[';
	}

	private boolean begin(char next) {
		if (next == '(' || next == '[') {
			this.start = this.position + 1;
			String word = this.head.toString().strip();
			return word.isEmpty() || word.equalsIgnoreCase("in");
		}
		if (!this.head.isEmpty() || !Character.isWhitespace(next)) {
			this.head.append(next);
		}
		return this.head.length() <= LONGEST_HEAD;
	}

	/**
	 * A part of a text, in characters.
	 */
	record Part(long start, long length) {

		static final Part ALL = new Part(0, Long.MAX_VALUE);

	}

}
