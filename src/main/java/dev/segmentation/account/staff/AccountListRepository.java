package dev.segmentation.account.staff;

import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the list of accounts and open invitations, sorted and searched.
 */
@Repository
class AccountListRepository {

	/** Two lists, because the index of staff is used for the first only. */
	private static final String STAFF = "a.role <> 'MEMBER'";

	private static final String MEMBERS = "a.role = 'MEMBER'";

	private static final String ACCOUNTS = """
			SELECT 'a' || a.id AS ref, a.id AS account_id, CAST(NULL AS bigint) AS invitation_id, a.login, a.full_name,
			       a.email, a.role, a.enabled, false AS expired, a.last_sign_in_at,
			       %s AS second_factor, %s AS key
			FROM accounts AS a
			WHERE %s AND a.owner_id IS NULL AND a.deleted_at IS NULL AND %s AND %s
			    AND (CAST(:role AS text) IS NULL OR a.role = :role)
			    AND (position(lower(:query) IN lower(a.login)) > 0 OR position(lower(:query) IN lower(a.email)) > 0
			        OR position(lower(:query) IN lower(a.full_name)) > 0)
			""";

	private static final String INVITATIONS = """
			UNION ALL
			SELECT 'i' || l.id, NULL, l.id, NULL, NULL, l.address, l.staff_role, true, l.expires_at <= now(), NULL,
			       false, %s
			FROM account_links AS l
			WHERE l.kind = 'INVITATION' AND l.used_at IS NULL AND (CAST(:role AS text) IS NULL OR l.staff_role = :role)
			    AND position(lower(:query) IN lower(l.address)) > 0
			""";

	private final JdbcClient jdbc;

	AccountListRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Counts rows.
	 * @param limit the largest number that is counted
	 */
	long count(AccountFilter filter, int limit) {
		return this.jdbc
			.sql("SELECT count(*) FROM (SELECT 1 FROM (%s) AS found LIMIT :limit) AS counted".formatted(rows(filter)))
			.param("limit", limit)
			.param("query", filter.query())
			.param("role", (filter.role() != null) ? filter.role().name() : null)
			.query(Long.class)
			.single();
	}

	/**
	 * Reads rows from a cursor on.
	 */
	List<AccountRow> find(AccountFilter filter, @Nullable Cursor cursor, int limit) {
		AccountSort sort = filter.sort();
		Keyset keyset = sort.keyset(filter.descending());
		JdbcClient.StatementSpec statement = this.jdbc.sql("""
				SELECT ref, account_id, invitation_id, login, full_name, email, role, enabled, expired, second_factor,
				       last_sign_in_at, CAST(key AS text) AS sort_key
				FROM (%s) AS found WHERE %s ORDER BY %s LIMIT :limit
				""".formatted(rows(filter), keyset.beyond(cursor, "CAST(:key AS " + sort.type() + ")", ":ref"),
				keyset.order(cursor)));
		if (cursor != null) {
			statement = statement.param("key", key(cursor, sort)).param("ref", cursor.key(2));
		}
		return statement.param("query", filter.query())
			.param("role", (filter.role() != null) ? filter.role().name() : null)
			.param("limit", limit)
			.query(AccountRow.class)
			.list();
	}

	private static String rows(AccountFilter filter) {
		String state = (filter.state() != null) ? filter.state().condition() : "true";
		String factor = (filter.factor() != null) ? filter.factor().condition() : "true";
		String accounts = ACCOUNTS.formatted(StaffRepository.SECOND_FACTOR, filter.sort().ofAccount(),
				filter.isOfMembers() ? MEMBERS : STAFF, state, factor);
		return filter.hasInvitations() ? accounts + INVITATIONS.formatted(filter.sort().ofInvitation()) : accounts;
	}

	private static String key(Cursor cursor, AccountSort sort) {
		cursor.expect(sort.text());
		return (sort == AccountSort.LOGIN) ? cursor.key(1) : String.valueOf(cursor.number(1));
	}

}
