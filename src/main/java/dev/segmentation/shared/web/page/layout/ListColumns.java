package dev.segmentation.shared.web.page.layout;

import java.util.List;
import java.util.Locale;

/**
 * The columns of a list that a reader may hide. The first column, which identifies the
 * row, always stays.
 */
enum ListColumns {

	HISTORY(new Column("source", "history.cause"), new Column("when", "history.when")),

	MEMBERS(new Column("contact", "columns.contact"), new Column("added", "members.column.since"),
			new Column("end", "members.column.end")),

	SEGMENTS(new Column("size", "segments.size"), new Column("share", "segments.share"),
			new Column("percent", "segments.percent"), new Column("changed", "segments.changed")),

	USERS(new Column("id", "users.id"), new Column("email", "users.email"), new Column("external", "users.externalId"),
			new Column("registered", "users.registered"));

	private final List<Column> columns;

	ListColumns(Column... columns) {
		this.columns = List.of(columns);
	}

	List<Column> columns() {
		return this.columns;
	}

	/** The name of a column in the cookie, where each list has its own columns. */
	String qualified(Column column) {
		return name().toLowerCase(Locale.ROOT) + "." + column.name();
	}

	/**
	 * A column.
	 *
	 * @param name the name as in forms and in the attribute {@code data-column} of cells
	 * @param label the key of its message
	 */
	record Column(String name, String label) {
	}

}
