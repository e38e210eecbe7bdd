package dev.segmentation.history.line;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.Selection.Only;
import dev.segmentation.shared.ActKind;

import static dev.segmentation.shared.database.SqlTime.utc;

/**
 * A filter as a condition of SQL on operations {@code o} and their lines
 * {@code line (user_id)}.
 *
 * @param sql begins with {@code WHERE}
 * @param params the values of its parameters
 */
record HistoryCondition(String sql, Map<String, Object> params) {

	private static final String IN_PERIOD = "WHERE o.date >= :from AND o.date < :to\n";

	/**
	 * The blocks are values, because the planner expects too many rows from a sub-select.
	 */
	private static final String OF_USERS = """
			AND o.user_block = ANY (:blocks)
			AND line.user_id = ANY (:users)
			""";

	private static final HexFormat HEX = HexFormat.of();

	private static final int USERS_IN_BLOCK = 64;

	private static final String OF_SEGMENTS = "AND o.segment_id = ANY (:segments)\n";

	private static final String OF_ACTS = "AND o.act_id IN (SELECT id FROM acts WHERE true%s%s%s)\n";

	private static final String THROUGH = " AND kind = ANY (CAST(:kinds AS act_kind[]))";

	private static final String BY = " AND account_id = :account";

	private static final String NOTED = " AND note IS NOT NULL AND strpos(lower(note), lower(:note)) > 0";

	static HistoryCondition of(HistoryFilter filter) {
		StringBuilder sql = new StringBuilder(IN_PERIOD);
		Map<String, Object> params = new LinkedHashMap<>(Map.of("from", utc(filter.from()), "to", utc(filter.to())));
		if (filter.users() instanceof Only(List<Long> ids)) {
			sql.append(OF_USERS);
			params.put("users", ids.toArray(Long[]::new));
			params.put("blocks", blocks(ids));
		}
		if (filter.segments() instanceof Only(List<Long> ids)) {
			sql.append(OF_SEGMENTS);
			params.put("segments", ids.toArray(Long[]::new));
		}
		if (filter.hasActCondition()) {
			sql.append(OF_ACTS.formatted(filter.kinds().isEmpty() ? "" : THROUGH, (filter.account() != null) ? BY : "",
					filter.note().isEmpty() ? "" : NOTED));
			params.put("kinds", filter.kinds().stream().map(ActKind::text).sorted().toArray(String[]::new));
			params.put("note", filter.note());
			params.put("account", (filter.account() != null) ? filter.account() : 0);
		}
		return new HistoryCondition(sql.toString(), params);
	}

	private static Long[] blocks(List<Long> userIds) {
		return userIds.stream().map((id) -> id / USERS_IN_BLOCK).distinct().sorted().toArray(Long[]::new);
	}

	/**
	 * Returns the condition with its values, for COPY, which has no parameters. The
	 * values are numbers, instants and names of sources. The note, which is from a
	 * request, is written in hexadecimal digits.
	 */
	String withLiterals() {
		String literal = this.sql;
		for (Map.Entry<String, Object> param : this.params.entrySet()) {
			literal = literal.replaceAll(":" + param.getKey() + "\\b", literal(param.getValue()));
		}
		return literal;
	}

	private static String literal(Object value) {
		return switch (value) {
			case Number number -> number.toString();
			case String text ->
				"convert_from(decode('" + HEX.formatHex(text.getBytes(StandardCharsets.UTF_8)) + "', 'hex'), 'UTF8')";
			case OffsetDateTime instant -> "TIMESTAMPTZ '" + instant + "'";
			case Long[] ids -> "CAST(ARRAY[" + joined(List.of(ids)) + "] AS bigint[])";
			case String[] kinds ->
				"ARRAY[" + List.of(kinds).stream().map("'%s'"::formatted).collect(Collectors.joining(",")) + "]";
			default -> throw new IllegalArgumentException(value.getClass().getName());
		};
	}

	private static String joined(List<Long> ids) {
		return ids.stream().map(Object::toString).collect(Collectors.joining(","));
	}

}
