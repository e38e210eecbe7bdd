package dev.segmentation.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.segmentation.shared.Role;

/**
 * A list whose filters can be saved. The members of all segments are one list.
 */
public enum FilteredList {

	HISTORY("/history", Role.VIEWER, "history.title", "month", "from", "to", "users", "segment", "cause", "account",
			"note", "during", "zone"),

	MEMBERS("/segments/[0-9]{1,18}", Role.VIEWER, "members.title", "q", "show", "ends", "source", "account", "act"),

	SEGMENTS("/segments", Role.VIEWER, "segments.title", "search", "restricted", "sort", "order"),

	USERS("/users", Role.VIEWER, "users.title", "q"),

	ENDS("/ends", Role.VIEWER, "ends.title", "within", "segment", "source"),

	AUDIT("/audit", Role.ADMIN, "audit.title", "q", "kind", "account", "address", "from", "to");

	private final Pattern path;

	private final Role lowest;

	private final String title;

	private final List<String> parameters;

	FilteredList(String path, Role lowest, String title, String... parameters) {
		this.path = Pattern.compile(path);
		this.lowest = lowest;
		this.title = title;
		this.parameters = List.of(parameters);
	}

	static Optional<FilteredList> find(String path) {
		return Arrays.stream(values()).filter((list) -> list.path.matcher(path).matches()).findFirst();
	}

	/**
	 * Returns the lowest role that may see the list.
	 */
	public Role lowest() {
		return this.lowest;
	}

	/**
	 * Returns the key of the list's title.
	 */
	public String title() {
		return this.title;
	}

	/** The parameters of the filters, without the cursor. */
	List<String> parameters() {
		return this.parameters;
	}

}
