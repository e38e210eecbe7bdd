package dev.segmentation.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A filter as a condition of SQL. It has only the parts that are set, so that the planner
 * knows them.
 *
 * @param sql the condition
 * @param params the values of its parameters
 */
record AuditCondition(String sql, Map<String, String> params) {

	private static final Pattern PARAM = Pattern.compile(":([a-z]+)\\b");

	static AuditCondition of(AuditFilter filter) {
		Map<String, String> params = new LinkedHashMap<>();
		StringBuilder sql = new StringBuilder("true");
		add(sql, params, "kind", "kind = :kind", (filter.kind() != null) ? filter.kind().name() : null);
		add(sql, params, "account", "lower(coalesce(login, subject)) = lower(:account)", text(filter.account()));
		add(sql, params, "address", "address = :address", text(filter.address()));
		add(sql, params, "from", "at >= CAST(:from AS timestamptz)", text(filter.from()));
		add(sql, params, "to", "at < CAST(:to AS timestamptz)", text(filter.to()));
		add(sql, params, "words", "words @@ CAST(:words AS tsquery)", words(filter));
		return new AuditCondition(sql.toString(), params);
	}

	private static void add(StringBuilder sql, Map<String, String> params, String name, String condition,
			@Nullable String value) {
		if (value != null) {
			sql.append(" AND ").append(condition);
			params.put(name, value);
		}
	}

	private static @Nullable String text(String given) {
		return given.isEmpty() ? null : given;
	}

	private static @Nullable String text(@Nullable Instant given) {
		return (given != null) ? given.toString() : null;
	}

	/** Words contain no quotation marks and backslashes. */
	private static @Nullable String words(AuditFilter filter) {
		String query = filter.words().stream().map("'%s':*"::formatted).collect(Collectors.joining(" & "));
		return text(query);
	}

	/**
	 * Returns the condition with its values, for COPY, which has no parameters.
	 * @param literal writes a text as a literal
	 */
	String withLiterals(UnaryOperator<String> literal) {
		return PARAM.matcher(this.sql)
			.replaceAll((param) -> Matcher.quoteReplacement(literal.apply("" + this.params.get(param.group(1)))));
	}

}
