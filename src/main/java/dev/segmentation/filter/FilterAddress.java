package dev.segmentation.filter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import dev.segmentation.shared.web.page.PageUrl;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The address of a list with its filters.
 *
 * @param path the path of the list, from the root
 * @param query the filters in the order of the list's parameters; empty when none is set
 */
public record FilterAddress(FilteredList list, String path, String query) {

	/** A longer address would not fit into a link to the page that saves it. */
	public static final int LONGEST_QUERY = 2000;

	/**
	 * Reads an address. Parameters that are not filters of the list are left out.
	 * @param local a valid address of this application, with path and query
	 * @return empty when the address is not that of a list
	 */
	public static Optional<FilterAddress> parse(String local) {
		UriComponents address = UriComponentsBuilder.fromUriString(local).build();
		String path = Optional.ofNullable(address.getPath()).orElse("");
		return FilteredList.find(path)
			.map((list) -> new FilterAddress(list, path, query(list, address.getQueryParams())));
	}

	private static String query(FilteredList list, MultiValueMap<String, String> values) {
		PageUrl url = PageUrl.of("");
		list.parameters().forEach((name) -> url.with(name, decoded(values.getOrDefault(name, List.of()))));
		String query = url.first();
		return query.isEmpty() ? "" : query.substring(1);
	}

	private static List<String> decoded(List<String> values) {
		return values.stream()
			.filter((value) -> value != null)
			.map((value) -> UriUtils.decode(value, StandardCharsets.UTF_8))
			.toList();
	}

	/**
	 * Returns the address of the list with other filters.
	 */
	public String with(String filters) {
		return filters.isEmpty() ? this.path : this.path + "?" + filters;
	}

	/**
	 * Returns path and query.
	 */
	public String url() {
		return with(this.query);
	}

	/** Whether there are filters, and they are not too long. */
	public boolean isSavable() {
		return !this.query.isEmpty() && this.query.length() <= LONGEST_QUERY;
	}

}
