package dev.segmentation.reference;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Logins, e-mails and names of segments, with the new names of those that cannot stay.
 */
@Repository
class NameRepository {

	/** Those of existing accounts have no id. They come first, so they stay. */
	private static final String CREATE = """
			CREATE TEMPORARY TABLE reference_names ON COMMIT DROP AS
			WITH name AS (
			    SELECT 'login' AS kind, id, login AS value, lower(login) AS key FROM reference_users
			    UNION ALL
			    SELECT 'e-mail', id, email, lower(email) FROM reference_users
			    UNION ALL
			    SELECT 'name', id, name, name FROM reference_segments
			    UNION ALL
			    SELECT 'login', NULL, login, lower(login) FROM accounts
			    UNION ALL
			    SELECT 'e-mail', NULL, email, lower(email) FROM accounts WHERE email IS NOT NULL
			), compared AS (
			    SELECT name.*, row_number() OVER same AS number, first_value(id) OVER same AS first_id
			    FROM name WINDOW same AS (PARTITION BY kind, key ORDER BY id NULLS FIRST)
			)
			SELECT kind, id, value, key, value AS name,
			       CASE WHEN id IS NULL THEN NULL
			            WHEN coalesce(value, '') = '' THEN 'is empty'
			            WHEN kind <> 'e-mail' AND char_length(value) < 2 THEN 'has fewer than 2 characters'
			            WHEN char_length(value) > 64 THEN format('has %s characters, more than 64', char_length(value))
			            WHEN value !~ '\\S' THEN 'is blank'
			            WHEN kind = 'login' AND value ~ '[[:cntrl:]]' THEN 'has control characters'
			            WHEN number > 1 AND first_id IS NULL THEN 'belongs to an account of this program'
			            WHEN number > 1 THEN format('differs from that of user %s only in case', first_id) END AS problem
			FROM compared
			""";

	/**
	 * The id makes a new name unique among new names, and the hyphens among all names.
	 */
	private static final String RENAME = """
			UPDATE reference_names AS n SET name = (
			    SELECT candidate
			    FROM (SELECT coalesce(nullif(btrim(regexp_replace(n.value, '[[:cntrl:]]', '', 'g')), ''),
			                          CASE n.kind WHEN 'name' THEN 'segment' ELSE 'user' END) AS text) AS base
			    CROSS JOIN generate_series(1, 30) AS hyphens
			    CROSS JOIN LATERAL (SELECT repeat('-', hyphens) || n.id AS suffix) AS ending
			    CROSS JOIN LATERAL (SELECT left(text, 64 - char_length(suffix)) || suffix AS candidate) AS made
			    WHERE NOT EXISTS (
			        SELECT FROM reference_names AS o
			        WHERE o.kind = n.kind AND o.key = CASE n.kind WHEN 'name' THEN candidate ELSE lower(candidate) END)
			    ORDER BY hyphens LIMIT 1)
			WHERE problem IS NOT NULL
			""";

	private final JdbcClient jdbc;

	NameRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds a new name for each name that is too short, too long, or taken.
	 */
	void rename() {
		this.jdbc.sql(CREATE).update();
		this.jdbc.sql("CREATE INDEX ON reference_names (kind, key)").update();
		this.jdbc.sql("ANALYZE reference_names").update();
		this.jdbc.sql(RENAME).update();
	}

	long countRenamed() {
		return this.jdbc.sql("SELECT count(*) FROM reference_names WHERE problem IS NOT NULL")
			.query(Long.class)
			.single();
	}

}
