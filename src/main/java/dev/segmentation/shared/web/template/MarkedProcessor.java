package dev.segmentation.shared.web.template;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Shows a value that a search found, with the words of the search marked.
 */
final class MarkedProcessor extends AbstractElementTagProcessor {

	private static final Pattern BLANKS = Pattern.compile("\\s+");

	MarkedProcessor() {
		super(TemplateMode.HTML, ElementDialect.PREFIX, "marked", true, null, false, ElementDialect.PRECEDENCE);
	}

	@Override
	protected void doProcess(ITemplateContext context, IProcessableElementTag tag,
			IElementTagStructureHandler handler) {
		handler.replaceWith(html(attribute(tag, "value"), attribute(tag, "words")), false);
	}

	private static String attribute(IProcessableElementTag tag, String name) {
		@Nullable String value = tag.getAttributeValue(name);
		return HtmlUtils.htmlUnescape(Objects.requireNonNullElse(value, ""));
	}

	static String html(String value, String words) {
		String letters = SearchedText.of(words).letters().strip();
		if (letters.isEmpty()) {
			return HtmlUtils.htmlEscape(value);
		}
		StringBuilder html = new StringBuilder();
		SearchedText searched = SearchedText.of(value);
		int end = 0;
		for (Matcher word = pattern(letters).matcher(searched.letters()); word.find();) {
			int start = searched.places()[word.start()];
			html.append(HtmlUtils.htmlEscape(value.substring(end, start)));
			end = searched.places()[word.end()];
			html.append("<mark>").append(HtmlUtils.htmlEscape(value.substring(start, end))).append("</mark>");
		}
		return html.append(HtmlUtils.htmlEscape(value.substring(end))).toString();
	}

	/** Of two words that begin at the same place, the longer one is marked. */
	private static Pattern pattern(String words) {
		return Pattern.compile(Arrays.stream(BLANKS.split(words))
			.sorted(Comparator.comparing(String::length).reversed())
			.map(Pattern::quote)
			.collect(Collectors.joining("|")));
	}

}
