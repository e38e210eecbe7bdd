package dev.segmentation.set;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.segment.Segment;

/**
 * Reads expressions: names of segments, {@code everyone}, {@code not}, {@code and},
 * {@code or} and parentheses, in this order of precedence. The words may be Russian. A
 * name that is such a word, or has blanks, parentheses or quotes, needs quotes; a quote
 * in it is doubled. Quotes may also be those that pages and phones write.
 */
final class SetParser {

	/** The longest expression, in characters. */
	static final int LONGEST = 1000;

	/** The most segments of an expression. */
	static final int MOST_SEGMENTS = 20;

	private static final int MOST_NESTED = 20;

	private static final Set<String> AND = Set.of("and", "и");

	private static final Set<String> OR = Set.of("or", "или");

	private static final Set<String> NOT = Set.of("not", "не");

	private static final Set<String> EVERYONE = Set.of("everyone", "все");

	private static final String QUOTES = "\"“”„«»";

	private static final Pattern TOKEN = Pattern
		.compile("\"(?:[^\"]|\"\")*\"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|[()]|[^\\s()%1$s]+|[%1$s]".formatted(QUOTES));

	private final Deque<String> tokens = new ArrayDeque<>();

	private final Function<String, Optional<Segment>> segments;

	private int nested;

	private SetParser(String text, Function<String, Optional<Segment>> segments) {
		TOKEN.matcher(text).results().forEach((token) -> this.tokens.add(token.group()));
		this.segments = segments;
	}

	/**
	 * Reads an expression.
	 * @param segments finds segments by their names
	 * @throws InvalidSetException when it cannot be read, or names a segment that does
	 * not exist
	 */
	static SetExpression parse(String text, Function<String, Optional<Segment>> segments) {
		if (text.length() > LONGEST) {
			throw new InvalidSetException("sets.problem.long", LONGEST);
		}
		SetParser parser = new SetParser(text, segments);
		SetExpression expression = parser.either();
		if (!parser.tokens.isEmpty()) {
			throw unexpected(parser.tokens.element());
		}
		if (expression.segments().size() > MOST_SEGMENTS) {
			throw new InvalidSetException("sets.problem.many", MOST_SEGMENTS);
		}
		return expression;
	}

	/**
	 * Writes a name as it stands in an expression.
	 */
	static String quoted(String name) {
		Matcher token = TOKEN.matcher(name);
		boolean plain = token.matches() && !isQuoted(name) && !isWord(name) && !name.equals("(") && !name.equals(")");
		return plain ? name : "\"" + name.replace("\"", "\"\"") + "\"";
	}

	private SetExpression either() {
		SetExpression expression = both();
		while (next(OR)) {
			expression = new SetExpression.Either(expression, both());
		}
		return expression;
	}

	private SetExpression both() {
		SetExpression expression = single();
		while (next(AND)) {
			expression = new SetExpression.Both(expression, single());
		}
		return expression;
	}

	private SetExpression single() {
		if (++this.nested > MOST_NESTED) {
			throw new InvalidSetException("sets.problem.nested", MOST_NESTED);
		}
		SetExpression expression = next(NOT) ? new SetExpression.Not(single()) : primary();
		this.nested--;
		return expression;
	}

	private SetExpression primary() {
		if (next(EVERYONE)) {
			return new SetExpression.Everyone();
		}
		String token = this.tokens.poll();
		if (token == null) {
			throw new InvalidSetException("sets.problem.end");
		}
		if (token.equals("(")) {
			return parenthesized();
		}
		if (token.equals(")") || isWord(token)) {
			throw unexpected(token);
		}
		String name = name(token);
		Optional<Segment> segment = this.segments.apply(name);
		return new SetExpression.Members(segment.orElseThrow(() -> unknown(name)));
	}

	private static String name(String token) {
		if (!isQuoted(token)) {
			return token;
		}
		if (token.length() == 1) {
			throw new InvalidSetException("sets.problem.quote");
		}
		String name = token.substring(1, token.length() - 1);
		return token.startsWith("\"") ? name.replace("\"\"", "\"") : name;
	}

	/** Words in a row are probably one name with blanks. */
	private InvalidSetException unknown(String name) {
		StringBuilder blanks = new StringBuilder(name);
		while (!this.tokens.isEmpty() && this.tokens.element().matches("[^()%s]+".formatted(QUOTES))
				&& !isWord(this.tokens.element())) {
			blanks.append(' ').append(this.tokens.remove());
		}
		return blanks.toString().equals(name) ? new InvalidSetException("sets.problem.unknown", name)
				: new InvalidSetException("sets.problem.blanks", name, blanks.toString());
	}

	private SetExpression parenthesized() {
		SetExpression expression = either();
		if (!")".equals(this.tokens.poll())) {
			throw new InvalidSetException("sets.problem.open");
		}
		return expression;
	}

	private boolean next(Set<String> words) {
		boolean next = this.tokens.peek() != null && words.contains(this.tokens.peek().toLowerCase(Locale.ROOT));
		if (next) {
			this.tokens.remove();
		}
		return next;
	}

	private static boolean isQuoted(String token) {
		return QUOTES.indexOf(token.charAt(0)) >= 0;
	}

	private static boolean isWord(String token) {
		String word = token.toLowerCase(Locale.ROOT);
		return AND.contains(word) || OR.contains(word) || NOT.contains(word) || EVERYONE.contains(word);
	}

	private static InvalidSetException unexpected(String token) {
		if (token.length() == 1 && isQuoted(token)) {
			return new InvalidSetException("sets.problem.quote");
		}
		return new InvalidSetException("sets.problem.unexpected", token);
	}

}
