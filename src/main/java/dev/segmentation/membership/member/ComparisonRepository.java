package dev.segmentation.membership.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.csv.CsvCopy;
import dev.segmentation.shared.csv.CsvReader;
import dev.segmentation.shared.database.SqlTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what changed in a segment between two moments.
 */
@Repository
class ComparisonRepository {

	private static final String FILE = """
			COPY (SELECT c.user_id AS id, spreadsheet_cell(u.login) AS login, spreadsheet_cell(u.email) AS email,
			             spreadsheet_cell(u.external_id) AS external_id, c.change,
			             date_trunc('second', c.at AT TIME ZONE 'UTC') AS "date (UTC yyyy-mm-dd hh:mm:ss)",
			             coalesce(CAST(a.kind AS text), 'expiry') AS source, spreadsheet_cell(by.login) AS account,
			             spreadsheet_cell(a.note) AS note
			      FROM changes_between(%d, %s, %s, 0, 9223372036854775807) AS c
			      LEFT JOIN users AS u ON u.id = c.user_id
			      LEFT JOIN acts AS a ON a.id = c.act_id
			      LEFT JOIN accounts AS by ON by.id = a.account_id
			      ORDER BY c.user_id)
			TO STDOUT WITH (FORMAT csv, HEADER, ENCODING 'UTF8')
			""";

	private final JdbcClient jdbc;

	private final CsvCopy copy;

	ComparisonRepository(JdbcClient jdbc, CsvCopy copy) {
		this.jdbc = jdbc;
		this.copy = copy;
	}

	/**
	 * Counts the changes by source and day.
	 */
	List<ChangeCount> count(MomentPair pair, ZoneId zone) {
		return statement(
				"""
						SELECT upper(c.change) AS change, coalesce(CAST(a.kind AS text), 'expiry') AS source,
						       CAST(c.at AT TIME ZONE :zone AS date) AS day, count(*) AS users
						FROM changes_between(:segment, :from, :to, 0, 9223372036854775807) AS c LEFT JOIN acts AS a ON a.id = c.act_id
						GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
						""",
				pair)
			.param("zone", zone.getId())
			.query((row, number) -> new ChangeCount(ChangeBetween.valueOf(row.getString("change")),
					ActKind.of(row.getString("source")), row.getObject("day", LocalDate.class), row.getLong("users")))
			.list();
	}

	/**
	 * Finds users of a change in a range of ids, in the direction of the range.
	 */
	List<Long> findUsers(MomentPair pair, ChangeBetween change, UserWindow range, int limit) {
		return statement("""
				SELECT user_id FROM changes_between(:segment, :from, :to, :first, :last)
				WHERE change = :change ORDER BY user_id %s LIMIT :limit
				""".formatted(range.back() ? "DESC" : "ASC"), pair).param("first", range.first())
			.param("last", range.last())
			.param("change", change.text())
			.param("limit", limit)
			.query(Long.class)
			.list();
	}

	/**
	 * Finds the last changes of users, by id.
	 * @param userIds ascending
	 */
	List<ChangedMember> findAll(MomentPair pair, List<Long> userIds) {
		return statement("""
				SELECT c.user_id, u.login, c.at, a.id AS act_id, a.kind, by.login AS account
				FROM changes_between(:segment, :from, :to, :first, :last) AS c
				LEFT JOIN users AS u ON u.id = c.user_id
				LEFT JOIN acts AS a ON a.id = c.act_id
				LEFT JOIN accounts AS by ON by.id = a.account_id
				WHERE c.user_id = ANY (:users) ORDER BY c.user_id
				""", pair).param("first", userIds.getFirst())
			.param("last", userIds.getLast())
			.param("users", userIds.toArray(Long[]::new))
			.query(ComparisonRepository::member)
			.list();
	}

	private static ChangedMember member(ResultSet row, int number) throws SQLException {
		return new ChangedMember(row.getLong("user_id"), row.getString("login"), SqlTime.instant(row, "at"),
				MemberRepository.entry(row));
	}

	/**
	 * Passes a CSV file of all changes to a reader.
	 */
	void readFile(MomentPair pair, CsvReader reader) {
		String sql = FILE.formatted(pair.segmentId(), literal(pair.from()), literal(pair.to()));
		this.copy.read(sql, MemberFile.BYTE_ORDER_MARK, reader);
	}

	private String literal(Instant instant) {
		return this.copy.literal(instant.toString()) + "::timestamptz";
	}

	private JdbcClient.StatementSpec statement(String sql, MomentPair pair) {
		return this.jdbc.sql(sql)
			.param("segment", pair.segmentId())
			.param("from", SqlTime.utc(pair.from()))
			.param("to", SqlTime.utc(pair.to()));
	}

}
