package dev.segmentation.config.metrics;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the metrics that a query of Prometheus names. It removes texts, filters, ranges
 * and lists of labels. Then every name that is neither a function nor an operator is a
 * metric.
 */
final class PromQl {

	private static final Pattern REMOVED = Pattern.compile("\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]"
			+ "|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)|\\b\\d[\\w.]*");

	private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][\\w:]*(?!\\s*\\(|[\\w:])");

	private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

	private PromQl() {
	}

	static Set<String> metrics(String query) {
		return NAME.matcher(REMOVED.matcher(query).replaceAll(" "))
			.results()
			.map(MatchResult::group)
			.filter((name) -> !OPERATORS.contains(name))
			.collect(Collectors.toSet());
	}

}
