package dev.segmentation.membership.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The entries of lists of users.
 */
@Repository
class ListEntryRepository {

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	ListEntryRepository(JdbcTemplate template, JdbcClient jdbc) {
		this.template = template;
		this.jdbc = jdbc;
	}

	/**
	 * Copies entries to the database while reading them; none stays in memory.
	 * @return the number of entries
	 */
	int copy(long listId, ListSource source) {
		return this.template.execute((ConnectionCallback<Integer>) (connection) -> copy(connection, listId, source));
	}

	private static int copy(Connection connection, long listId, ListSource source) throws SQLException {
		PGCopyOutputStream sink = new PGCopyOutputStream(connection.unwrap(PGConnection.class),
				"COPY member_list_entries (%s) FROM STDIN".formatted(EntryWriter.COLUMNS), 1 << 16);
		try {
			EntryWriter writer = new EntryWriter(listId, sink);
			source.forEach(writer);
			int count = writer.finish();
			sink.endCopy();
			return count;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			if (sink.isActive()) {
				sink.cancelCopy();
			}
		}
	}

	/**
	 * Copies the entries of another list, and takes what names the users from a column.
	 */
	void copyFrom(long other, long listId, int column) {
		this.jdbc.sql("""
				INSERT INTO member_list_entries (list_id, position, line, text, until, problem, cells)
				SELECT :list, e.position, e.line, n.text, e.until,
				       CASE WHEN n.text = '' THEN 'EMPTY' ELSE nullif(e.problem, 'EMPTY') END, e.cells
				FROM member_list_entries AS e JOIN member_lists AS l ON l.id = e.list_id
				CROSS JOIN LATERAL (SELECT CASE WHEN l.user_column = :column THEN e.text
				                           ELSE coalesce(e.cells[:column], '') END AS text) AS n
				WHERE e.list_id = :other
				""").param("list", listId).param("other", other).param("column", column).update();
	}

	/**
	 * Finds all entries in their order.
	 */
	List<String> findTexts(long listId) {
		return this.jdbc.sql("SELECT text FROM member_list_entries WHERE list_id = :id ORDER BY position")
			.param("id", listId)
			.query(String.class)
			.list();
	}

	/**
	 * Passes on the entries in their order as the database sends them.
	 * @param rejected whether only those that do nothing because of a problem
	 */
	void forEach(long listId, boolean rejected, Consumer<ListedRow> rows) {
		this.jdbc.sql("""
				SELECT e.line, e.cells, e.problem, x.user_id,
				       CASE WHEN fate.name IS NOT NULL THEN fate.name
				            WHEN x.outcome = 'new' AND l.change IN ('remove', 'end') THEN 'outside'
				            WHEN x.outcome = 'member' AND l.change = 'remove' THEN 'remove'
				            ELSE x.outcome END || CASE WHEN l.added IS NULL THEN '' ELSE '.done' END AS outcome
				FROM member_lists AS l
				CROSS JOIN LATERAL unnest(l.entry_users, l.outcomes) WITH ORDINALITY AS x (user_id, outcome, position)
				JOIN member_list_entries AS e ON e.list_id = l.id AND e.position = x.position
				LEFT JOIN (
				    SELECT unnest(end_ids) AS id, 'end' AS name FROM member_lists WHERE id = :id
				    UNION ALL SELECT unnest(gone_ids), 'gone' FROM member_lists WHERE id = :id
				    UNION ALL SELECT unnest(late_ids), 'late' FROM member_lists WHERE id = :id
				    UNION ALL SELECT unnest(departed_ids), 'departed' FROM member_lists WHERE id = :id
				) AS fate ON fate.id = x.user_id AND x.outcome IN ('new', 'member')
				WHERE l.id = :id AND (NOT :rejected OR x.outcome IN ('unknown', 'ambiguous', 'doubled', 'invalid'))
				ORDER BY e.position
				""")
			.param("id", listId)
			.param("rejected", rejected)
			.withFetchSize(1000)
			.query((ResultSet row) -> rows.accept(row(row)));
	}

	private static ListedRow row(ResultSet row) throws SQLException {
		return new ListedRow(row.getLong("line"), List.of((String[]) row.getArray("cells").getArray()),
				row.getString("outcome"), problem(row.getString("problem")), row.getObject("user_id", Long.class));
	}

	private static @Nullable EntryProblem problem(@Nullable String name) {
		return (name != null) ? EntryProblem.valueOf(name) : null;
	}

	/**
	 * Deletes the entries of deleted lists.
	 */
	void purge() {
		this.jdbc
			.sql("""
					DELETE FROM member_list_entries AS e WHERE NOT EXISTS (SELECT FROM member_lists AS l WHERE l.id = e.list_id)
					""")
			.update();
	}

}
