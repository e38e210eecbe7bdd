package dev.segmentation.membership.member;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.segmentation.shared.csv.CsvCopy;
import dev.segmentation.shared.csv.CsvReader;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads members that were selected in a list: counts, ends and CSV files.
 */
@Repository
class SelectedMemberRepository {

	private static final String SUMMARY = """
			SELECT count(*) AS members, count(m.expires_at) AS ending, min(m.expires_at) AS first, max(m.expires_at) AS last
			FROM active_memberships AS m WHERE m.segment_id = :segment AND %s
			""";

	private static final String MEMBERS = """
			SELECT m.user_id, coalesce(entered.date, m.added_at) AS since, m.expires_at AS until, true AS known, entered.act_id
			FROM active_memberships AS m LEFT JOIN LATERAL (%s) AS entered ON true
			WHERE m.segment_id = %%d AND %%s"""
		.formatted(MemberCondition.ENTERED);

	private static final String IDS = """
			COPY (SELECT m.user_id FROM active_memberships AS m WHERE m.segment_id = %d AND %s ORDER BY m.user_id)
			TO STDOUT WITH (FORMAT csv)
			""";

	private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");

	private final JdbcClient jdbc;

	private final CsvCopy copy;

	SelectedMemberRepository(JdbcClient jdbc, CsvCopy copy) {
		this.jdbc = jdbc;
		this.copy = copy;
	}

	MemberEndSummary summary(long segmentId, MemberSelection selection) {
		JdbcClient.StatementSpec statement = switch (selection) {
			case MemberSelection.Users(var ids) ->
				this.jdbc.sql(SUMMARY.formatted("m.user_id = ANY (:users)")).param("users", ids.toArray(Long[]::new));
			case MemberSelection.Matching(var filter) when filter.isAll() -> this.jdbc.sql(SUMMARY.formatted("true"));
			case MemberSelection.Matching(var filter) ->
				this.jdbc.sql(SUMMARY.formatted("m.user_id IN (SELECT * FROM %s)".formatted(MatchingParameters.CALL)))
					.params(MatchingParameters.of(filter));
		};
		return statement.param("segment", segmentId).query(MemberEndSummary.class).single();
	}

	/**
	 * Passes a CSV file of the members to a reader, by id.
	 */
	void readFile(long segmentId, MemberSelection selection, CsvReader reader) {
		MemberFile.of(MEMBERS.formatted(segmentId, condition(segmentId, selection)), "").read(this.copy, reader);
	}

	/**
	 * Passes the ids of the members to a reader, one in each line.
	 */
	void readIds(long segmentId, MemberSelection selection, CsvReader reader) {
		this.copy.read(IDS.formatted(segmentId, condition(segmentId, selection)), new byte[0], reader);
	}

	/** COPY has no parameters. */
	private String condition(long segmentId, MemberSelection selection) {
		return switch (selection) {
			case MemberSelection.Users(var ids) -> "m.user_id = ANY ('{%s}')".formatted(joined(ids));
			case MemberSelection.Matching(var filter) when filter.isAll() -> "true";
			case MemberSelection.Matching(var filter) ->
				"m.user_id IN (SELECT * FROM %s)".formatted(withLiterals(segmentId, filter));
		};
	}

	private static String joined(List<Long> ids) {
		return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
	}

	private String withLiterals(long segmentId, MemberFilter filter) {
		Map<String, @Nullable Object> parameters = MatchingParameters.of(filter);
		parameters.put("segment", segmentId);
		return PARAMETER.matcher(MatchingParameters.CALL)
			.replaceAll((parameter) -> Matcher.quoteReplacement(literal(parameters.get(parameter.group(1)))));
	}

	private String literal(@Nullable Object value) {
		return (value instanceof Number || value == null) ? String.valueOf(value) : this.copy.literal(value.toString());
	}

}
