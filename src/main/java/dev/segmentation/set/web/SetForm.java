package dev.segmentation.set.web;

import java.util.Set;

import dev.segmentation.set.SetService;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.web.page.PageUrl;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * A set as its URL describes it.
 *
 * @param of the expression; empty for no set
 * @param operator how the segment is combined with the expression
 * @param segment the name of a segment that is added to the expression; empty for none
 * @param at the cursor of the page; {@code null} for the first page
 */
record SetForm(String of, String operator, String segment, @Nullable String at) {

	private static final Set<String> OPERATORS = Set.of("and", "or", "and not");

	SetForm(@Nullable String of, @Nullable String operator, @Nullable String segment, @Nullable String at) {
		this.of = PlainText.of(requireNonNullElse(of, ""));
		this.operator = (operator != null && OPERATORS.contains(operator)) ? operator : "and";
		this.segment = PlainText.of(requireNonNullElse(segment, ""));
		this.at = at;
	}

	/**
	 * Returns the address with the segment in the expression.
	 */
	String combined() {
		String name = SetService.quoted(this.segment);
		if (this.of.isEmpty()) {
			return url(this.operator.equals("and not") ? "not " + name : name).first();
		}
		boolean single = SetService.quoted(this.of).equals(this.of);
		return url("%s %s %s".formatted(single ? this.of : "(" + this.of + ")", this.operator, name)).first();
	}

	PageUrl url() {
		return url(this.of);
	}

	private static PageUrl url(String expression) {
		return PageUrl.of("/sets").with("of", expression);
	}

	@Nullable Cursor cursor() {
		return Cursor.parse(this.at);
	}

}
