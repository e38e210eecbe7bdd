package dev.segmentation.set;

import java.util.List;
import java.util.stream.Collectors;

import dev.segmentation.segment.Segment;

/**
 * Writes expressions as SQL. It contains ids but no texts of requests.
 */
final class SetSql {

	private SetSql() {
	}

	/**
	 * Returns the query for the ids of a set's users.
	 * @param condition an additional condition for {@code user_id}
	 */
	static String users(SetExpression expression, String condition) {
		return "SELECT user_id FROM (%s) AS named WHERE %s GROUP BY user_id HAVING %s".formatted(rows(expression),
				condition, condition(expression));
	}

	/**
	 * Returns the query for users with the columns {@code belongs} and, for each segment,
	 * {@code in_} with its id. It has all users of the set and of its segments.
	 */
	static String parts(SetExpression expression) {
		String columns = expression.segments()
			.stream()
			.map((segment) -> ", %s AS in_%d".formatted(in(segment), segment.id()))
			.collect(Collectors.joining());
		return "SELECT user_id, %s AS belongs%s FROM (%s) AS named GROUP BY user_id".formatted(condition(expression),
				columns, rows(expression));
	}

	/** Users without any of the segments are read only if they can belong to the set. */
	private static String rows(SetExpression expression) {
		String members = "SELECT user_id, segment_id FROM active_memberships WHERE segment_id = ANY ('{%s}')"
			.formatted(ids(expression.segments()));
		return expression.contains((segment) -> false) ? members + " UNION ALL SELECT id, 0 FROM users" : members;
	}

	private static String ids(List<Segment> segments) {
		return segments.stream().map((segment) -> String.valueOf(segment.id())).collect(Collectors.joining(","));
	}

	private static String condition(SetExpression expression) {
		return switch (expression) {
			case SetExpression.Members(var segment) -> in(segment);
			case SetExpression.Everyone() -> "true";
			case SetExpression.Not(var other) -> "NOT (%s)".formatted(condition(other));
			case SetExpression.Both(var first, var second) ->
				"(%s AND %s)".formatted(condition(first), condition(second));
			case SetExpression.Either(var first, var second) ->
				"(%s OR %s)".formatted(condition(first), condition(second));
		};
	}

	private static String in(Segment segment) {
		return "bool_or(segment_id = %d)".formatted(segment.id());
	}

}
