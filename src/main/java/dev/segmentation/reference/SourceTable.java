package dev.segmentation.reference;

import java.util.Locale;

/**
 * A table of the reference service. Its rows are copied to a temporary table.
 */
enum SourceTable {

	USERS("id bigint, login text, email text, password text, registered_at timestamptz",
			"id, login, email, password, registered_at AT TIME ZONE '%s'"),

	SEGMENTS("id bigint, name text, assign_percent numeric", "id, name, assign_percent"),

	RELATIONS("user_id bigint, segment_id bigint", "user_id, segment_id"),

	OPERATIONS("id bigint, user_id bigint, segment_name text, type text, date timestamptz",
			"id, user_id, segment_name, type, date AT TIME ZONE '%s'");

	private final String columns;

	private final String values;

	SourceTable(String columns, String values) {
		this.columns = columns;
		this.values = values;
	}

	/** The table's name in the database of the reference service. */
	String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Reads the rows there. COPY takes no parameters. */
	String copyOut(String zone) {
		return "COPY (SELECT %s FROM %s) TO STDOUT".formatted(this.values.formatted(zone), text());
	}

	/** Creates the temporary table. */
	String create() {
		return "CREATE TEMPORARY TABLE reference_%s (%s) ON COMMIT DROP".formatted(text(), this.columns);
	}

	/** Writes rows to the temporary table. */
	String copyIn() {
		return "COPY reference_%s FROM STDIN".formatted(text());
	}

	/** Tells the planner how many rows there are. */
	String analyze() {
		return "ANALYZE reference_" + text();
	}

}
