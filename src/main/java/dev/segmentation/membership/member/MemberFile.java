package dev.segmentation.membership.member;

import java.nio.charset.StandardCharsets;

import dev.segmentation.shared.csv.CsvCopy;
import dev.segmentation.shared.csv.CsvReader;

/**
 * A CSV file of members, by id, or a part of it.
 *
 * @param sql the query that copies it
 * @param whole whether it begins with the header
 */
record MemberFile(String sql, boolean whole) {

	private static final String COPY = """
			COPY (SELECT m.user_id AS id, spreadsheet_cell(u.login) AS login, spreadsheet_cell(u.email) AS email,
			             spreadsheet_cell(u.external_id) AS external_id,
			             date_trunc('second', m.since AT TIME ZONE 'UTC') AS "since (UTC yyyy-mm-dd hh:mm:ss)",
			             CASE WHEN m.known THEN CAST(date_trunc('second', m.until AT TIME ZONE 'UTC') AS text)
			                  ELSE 'not recorded' END AS "end (UTC yyyy-mm-dd hh:mm:ss)",
			             act.kind AS source, spreadsheet_cell(act.login) AS account, spreadsheet_cell(act.note) AS note
			      FROM (%s) AS m
			      LEFT JOIN users AS u ON u.id = m.user_id
			      LEFT JOIN LATERAL (
			          SELECT a.kind, a.note, by.login FROM acts AS a LEFT JOIN accounts AS by ON by.id = a.account_id
			          WHERE a.id = m.act_id LIMIT 1) AS act ON true
			      %s ORDER BY m.user_id)
			TO STDOUT WITH (FORMAT csv%s, ENCODING 'UTF8')
			""";

	/** Excel needs it to detect UTF-8. */
	static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

	/**
	 * Creates a whole file.
	 * @param members a query for the members, with their starts, ends and acts
	 * @param condition a condition on the users {@code u}; empty for all
	 */
	static MemberFile of(String members, String condition) {
		return new MemberFile(COPY.formatted(members, condition, ", HEADER"), true);
	}

	/**
	 * Creates the continuation of a file.
	 */
	static MemberFile continuing(String members, String condition) {
		return new MemberFile(COPY.formatted(members, condition, ""), false);
	}

	void read(CsvCopy copy, CsvReader reader) {
		if (this.whole) {
			copy.read(this.sql, BYTE_ORDER_MARK, reader);
		}
		else {
			copy.readLines(this.sql, reader);
		}
	}

}
