package dev.segmentation.membership.list;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the entries of a text while reading it. Only the entry that is being read is in
 * memory.
 */
final class EntryScanner {

	/**
	 * An entry: a number with commas between its thousands, a cell in quotation marks, or
	 * anything up to the next separator. The quotation marks of SQL end on their line.
	 * The possessive quantifiers keep the time and the stack small for any text.
	 */
	private static final Pattern ENTRY = Pattern.compile("""
			(?<![^\\v;\\t])_([0-9]{1,3}(?:,[0-9]{3}){1,5}+)(?=_,?+_(?:[\\v;\\t]|\\z))
			|_("[^"]*+(?:""[^"]*+)*+"[^\\v,;\\t\\x00]*+)
			|_('[^'\\v]*+(?:''[^'\\v]*+)*+')(?=_(?:[\\v,;\\t\\x00]|\\z))
			|[^\\v,;\\t\\x00]++
			""".replace("\n", "").replace("_", "[\\h&&[^\\t]]*+"));

	private static final int BLOCK = 8192;

	private final Reader text;

	private final Matcher matcher = ENTRY.matcher("").useTransparentBounds(true).useAnchoringBounds(false);

	private long remaining;

	private boolean ended;

	/** What was read, from the character before the next entry. */
	private String window = "";

	private int position;

	EntryScanner(Reader text, Brackets.Part part) throws IOException {
		this.text = text;
		this.remaining = part.length();
		text.skip(part.start());
	}

	/**
	 * Finds the next entry.
	 */
	Optional<String> next() throws IOException {
		boolean found = find();
		while (this.matcher.hitEnd() && !this.ended) {
			fill();
			found = find();
		}
		if (!found) {
			return Optional.empty();
		}
		this.position = this.matcher.end();
		return Optional.of(this.matcher.group());
	}

	private boolean find() {
		return this.matcher.region(this.position, this.window.length()).find();
	}

	/** Doubles the rest of the window, so that the time for a long entry stays small. */
	private void fill() throws IOException {
		int length = (int) Math.min(Math.max(BLOCK, this.window.length() - this.position), this.remaining);
		String more = read(length);
		this.ended = length == 0 || more.length() < length;
		this.remaining -= more.length();
		int kept = Math.max(0, this.position - 1);
		this.window = this.window.substring(kept) + more;
		this.position -= kept;
		this.matcher.reset(this.window);
	}

	private String read(int length) throws IOException {
		char[] more = new char[length];
		int done = 0;
		for (int count = 0; done < length && count >= 0; done += Math.max(0, count)) {
			count = this.text.read(more, done, length - done);
		}
		return new String(more, 0, done);
	}

}
