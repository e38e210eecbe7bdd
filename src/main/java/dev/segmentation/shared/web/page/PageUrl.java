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
 * Builds the address of a list from its path and its filters. It leaves out empty
 * filters, so that one list has one address.
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
	 * Starts the address of a list.
	 * @param path encoded, from the root
	 */
	public static PageUrl of(String path) {
		return new PageUrl(path);
	}

	/**
	 * Adds a filter.
	 * @param value a single value or a collection; {@code null} and empty values are left
	 * out
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
	 * Returns the address of the start of the list.
	 */
	public String first() {
		return at(null);
	}

	/**
	 * Returns the address of the page at a cursor.
	 * @param cursor {@code null} for the start of the list
	 */
	public String at(@Nullable Cursor cursor) {
		UriComponentsBuilder url = UriComponentsBuilder.fromPath(this.path).queryParams(this.parameters);
		return ((cursor != null) ? url.queryParam(CURSOR, cursor) : url).build(true).toUriString();
	}

	/**
	 * Returns the addresses of a page and of its neighbours.
	 * @param cursor where the page begins; {@code null} for the start of the list
	 */
	public PageLinks links(Page<?> page, @Nullable Cursor cursor) {
		return new PageLinks(first(), at(cursor), (page.previous() != null) ? at(page.previous()) : null,
				(page.next() != null) ? at(page.next()) : null);
	}

}
