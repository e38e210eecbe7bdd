package dev.segmentation.shared.web.page;

import java.util.Collection;
import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Builds the address of a list from its path and its filters. Empty filters are left out,
 * so that one list has one address.
 */
public final class PageUrl {

	/** The parameter that carries the cursor. */
	public static final String CURSOR = "at";

	private final String path;

	private final MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();

	private PageUrl(String path) {
		this.path = path;
	}

	/**
	 * The address of a list.
	 * @param path encoded, from the root on
	 */
	public static PageUrl of(String path) {
		return new PageUrl(path);
	}

	/**
	 * Adds a filter.
	 * @param value a single value or a collection; {@code null} and empty are left out
	 */
	public PageUrl with(String name, @Nullable Object value) {
		Collection<?> values = (value instanceof Collection<?> many) ? many
				: (value != null) ? List.of(value) : List.of();
		values.stream()
			.map(Object::toString)
			.filter((text) -> !text.isEmpty())
			.forEach((text) -> this.parameters.add(name, UriUtils.encode(text, UTF_8)));
		return this;
	}

	/**
	 * The address of the start of the list.
	 */
	public String first() {
		return at(null);
	}

	/**
	 * The address of the page at a cursor; {@code null} leads to the start of the list.
	 */
	public String at(@Nullable Cursor cursor) {
		UriComponentsBuilder url = UriComponentsBuilder.fromPath(this.path).queryParams(this.parameters);
		return ((cursor != null) ? url.queryParam(CURSOR, cursor) : url).build(true).toUriString();
	}

	/**
	 * The addresses around a page.
	 * @param cursor where the page began; {@code null} at the start of the list
	 */
	public PageLinks links(Page<?> page, @Nullable Cursor cursor) {
		return new PageLinks(first(), at(cursor), (page.previous() != null) ? at(page.previous()) : null,
				(page.next() != null) ? at(page.next()) : null);
	}

}
