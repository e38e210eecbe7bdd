package dev.segmentation.shared.web.page.layout;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.WebUtils;

/**
 * The columns of lists that the reader does not want to see. A cookie keeps them, as it
 * keeps the {@link Density}.
 *
 * @param names the lists and their columns, for example {@code users.email}
 */
record HiddenColumns(Set<String> names) {

	static final String COOKIE = "columns";

	private static final String SEPARATOR = "_";

	static HiddenColumns of(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		return new HiddenColumns(
				(cookie != null) ? Set.copyOf(Arrays.asList(cookie.getValue().split(SEPARATOR))) : Set.of());
	}

	/**
	 * Returns the columns that the reader can hide or show.
	 */
	public List<Choice> choices(ListColumns list) {
		return list.columns()
			.stream()
			.map((column) -> new Choice(column.name(), column.label(), !this.names.contains(list.qualified(column))))
			.toList();
	}

	/**
	 * Returns the hidden columns of a list, for the attribute {@code data-hidden}.
	 * @return {@code null} when the list shows all columns
	 */
	public @Nullable String hiddenIn(ListColumns list) {
		String hidden = choices(list).stream()
			.filter((choice) -> !choice.shown())
			.map(Choice::name)
			.collect(Collectors.joining(" "));
		return hidden.isEmpty() ? null : hidden;
	}

	/**
	 * Returns the text of the cookie after a change of one list.
	 * @param shown the names of the columns that the list shows
	 */
	String change(ListColumns changed, Collection<String> shown) {
		Stream<String> others = Arrays.stream(ListColumns.values())
			.filter((list) -> list != changed)
			.flatMap((list) -> list.columns().stream().map(list::qualified))
			.filter(this.names::contains);
		Stream<String> hidden = changed.columns()
			.stream()
			.filter((column) -> !shown.contains(column.name()))
			.map(changed::qualified);
		return Stream.concat(others, hidden).collect(Collectors.joining(SEPARATOR));
	}

	/**
	 * A column, and whether the reader sees it.
	 *
	 * @param label the key of its message
	 */
	record Choice(String name, String label, boolean shown) {
	}

}
