package dev.segmentation.set;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.segmentation.segment.Segment;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import dev.segmentation.shared.csv.CsvCopy;
import dev.segmentation.shared.csv.CsvReader;
import dev.segmentation.user.UserDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts and reads the users of sets.
 */
@Repository
class SetRepository {

	private static final Keyset BY_ID = Keyset.ascending("user_id");

	/** Excel needs it to detect UTF-8. */
	private static final byte[] BYTE_ORDER_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

	private final JdbcClient jdbc;

	private final CsvCopy copy;

	SetRepository(JdbcClient jdbc, CsvCopy copy) {
		this.jdbc = jdbc;
		this.copy = copy;
	}

	/**
	 * Lets the rest of the transaction group millions of users in memory. With the usual
	 * 16 MB, counting two segments of 500,000 members took three times as long.
	 */
	void allowLargeGroups() {
		this.jdbc.sql("SELECT set_config('work_mem', '64MB', true)").query(String.class).single();
	}

	SetCounts count(SetExpression expression) {
		List<Segment> segments = expression.segments();
		String columns = segments.stream()
			.map((segment) -> ", count(*) FILTER (WHERE in_%1$d), count(*) FILTER (WHERE belongs AND in_%1$d)"
				.formatted(segment.id()))
			.collect(Collectors.joining());
		return this.jdbc
			.sql("SELECT count(*) FILTER (WHERE belongs)%s FROM (%s) AS parts".formatted(columns,
					SetSql.parts(expression)))
			.query((row, number) -> counts(row, segments))
			.single();
	}

	private static SetCounts counts(ResultSet row, List<Segment> segments) throws SQLException {
		List<SetCounts.Part> parts = new ArrayList<>();
		for (int at = 0; at < segments.size(); at++) {
			parts.add(new SetCounts.Part(segments.get(at), row.getLong(2 + 2 * at), row.getLong(3 + 2 * at)));
		}
		return new SetCounts(row.getLong(1), parts);
	}

	List<UserDetails> find(SetExpression expression, @Nullable Cursor cursor, int limit) {
		JdbcClient.StatementSpec statement = this.jdbc
			.sql("""
					SELECT u.id, u.external_id, u.login, u.email, u.registered_at,
					      hash_record_extended(ROW(u.external_id, u.login, u.email), 0) AS version
					FROM (%s ORDER BY %s LIMIT :limit) AS found JOIN users AS u ON u.id = found.user_id ORDER BY %s
					""".formatted(SetSql.users(expression, BY_ID.beyond(cursor, ":id")), BY_ID.order(cursor),
					BY_ID.order(cursor)))
			.param("limit", limit);
		return ((cursor != null) ? statement.param("id", cursor.number(0)) : statement).query(UserDetails.class).list();
	}

	/**
	 * Passes a CSV file of the users to a reader, by id.
	 */
	void readFile(SetExpression expression, CsvReader reader) {
		this.copy.read("""
				COPY (SELECT u.id, spreadsheet_cell(u.login) AS login, spreadsheet_cell(u.email) AS email,
				             spreadsheet_cell(u.external_id) AS external_id
				      FROM (%s) AS found JOIN users AS u ON u.id = found.user_id ORDER BY u.id)
				TO STDOUT WITH (FORMAT csv, HEADER, ENCODING 'UTF8')
				""".formatted(SetSql.users(expression, "true")), BYTE_ORDER_MARK, reader);
	}

	/**
	 * Counts the users of each combination of segments.
	 * @param segments at most 63
	 */
	void forEachCombination(List<Long> segments, CombinationConsumer consumer) {
		this.jdbc.sql("""
				SELECT combination, count(*) AS users
				FROM (SELECT bit_or(CAST(1 AS bigint) << (array_position(CAST(:segments AS bigint[]), segment_id) - 1))
				                 AS combination
				      FROM active_memberships WHERE segment_id = ANY (:segments) GROUP BY user_id) AS combinations
				GROUP BY combination
				""")
			.withFetchSize(10_000)
			.param("segments", segments.toArray(Long[]::new))
			.query((RowCallbackHandler) (row) -> consumer.accept(row.getLong("combination"), row.getLong("users")));
	}

	/**
	 * Takes the number of users who are in exactly some of the segments.
	 */
	@FunctionalInterface
	interface CombinationConsumer {

		/**
		 * @param combination has a bit for each segment, the lowest for the first one
		 */
		void accept(long combination, long users);

	}

}
