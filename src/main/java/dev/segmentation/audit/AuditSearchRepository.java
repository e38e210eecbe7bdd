package dev.segmentation.audit;

import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static dev.segmentation.shared.database.SqlTime.utc;

@Repository
class AuditSearchRepository {

	static final Keyset NEWEST = Keyset.descending("at", "id");

	private static final String PAGE = """
			SELECT id, at, kind, account_id, login, subject, detail, address, device FROM audit_events
			WHERE %s AND %s ORDER BY %s LIMIT :limit
			""";

	private final JdbcClient jdbc;

	AuditSearchRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds events from a cursor on, newest first.
	 */
	List<AuditEvent> find(AuditFilter filter, @Nullable Cursor cursor, int limit) {
		AuditCondition condition = AuditCondition.of(filter);
		JdbcClient.StatementSpec statement = this.jdbc
			.sql(PAGE.formatted(condition.sql(), NEWEST.beyond(cursor, ":at", ":id"), NEWEST.order(cursor)))
			.params(condition.params())
			.param("limit", limit);
		return ((cursor != null) ? statement.param("at", utc(cursor.instant(0))).param("id", cursor.number(1))
				: statement)
			.query(AuditEvent.class)
			.list();
	}

}
