package dev.segmentation.config.database.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table of the application.
 *
 * @param columns the columns that are stored, separated by commas
 * @param referenced the other tables that its foreign keys name
 */
record Table(String name, String columns, List<String> referenced) {

	/**
	 * Lists all tables except those of Liquibase. A table comes after the tables that it
	 * references.
	 */
	static List<Table> list(JdbcClient jdbc) {
		List<Table> remaining = new ArrayList<>(jdbc
			.sql("""
					SELECT quote_ident(t.relname) AS name,
					       (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
					        WHERE attrelid = t.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
					       ARRAY(SELECT quote_ident(r.relname) FROM pg_constraint AS c JOIN pg_class AS r ON r.oid = c.confrelid
					             WHERE c.conrelid = t.oid AND c.contype = 'f' AND r.oid <> t.oid) AS referenced
					FROM pg_class AS t JOIN pg_namespace AS n ON n.oid = t.relnamespace
					WHERE n.nspname = current_schema() AND t.relkind IN ('r', 'p') AND NOT t.relispartition
					      AND t.relname NOT LIKE 'databasechangelog%'
					ORDER BY t.relname
					""")
			.query((row, number) -> new Table(row.getString("name"), row.getString("columns"),
					List.of((String[]) row.getArray("referenced").getArray())))
			.list());
		List<Table> ordered = new ArrayList<>();
		Set<String> done = new HashSet<>();
		while (!remaining.isEmpty()) {
			Table next = remaining.stream()
				.filter((table) -> done.containsAll(table.referenced))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("The foreign keys have a cycle"));
			remaining.remove(next);
			ordered.add(next);
			done.add(next.name);
		}
		return ordered;
	}

	/** A partitioned table can be read by a query only. */
	String copyOut() {
		return "COPY (SELECT %s FROM %s) TO STDOUT".formatted(this.columns, this.name);
	}

	String copyIn() {
		return "COPY %s (%s) FROM STDIN".formatted(this.name, this.columns);
	}

}
