package dev.segmentation.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.config.security.route.RouteTable;
import dev.segmentation.shared.Role;

/**
 * The document of roles. A paragraph {@code routes: GROUP} of its template is replaced by
 * the routes of that group.
 */
final class RolesDocument {

	private static final String ROUTES = "routes: ";

	private static final String HEADING = "# ";

	private RolesDocument() {
	}

	/**
	 * Returns the text of each document.
	 */
	static Map<Path, String> texts() throws IOException {
		Template template = Template.read("roles");
		Map<String, String> groups = groups();
		requireAll(groups, template);
		return template.documents(() -> (paragraph) -> groups.getOrDefault(paragraph, paragraph));
	}

	private static void requireAll(Map<String, String> groups, Template template) {
		if (!template.common().toList().containsAll(groups.keySet())) {
			throw new IllegalStateException("src/test/docs/roles.md needs these paragraphs: " + groups.keySet());
		}
	}

	/** The tables by the paragraphs that stand for them. */
	private static Map<String, String> groups() {
		return Stream.of(RouteTable.TEXT.strip().split("\n\n"))
			.collect(Collectors.toMap(RolesDocument::paragraph, RolesDocument::table, (one, other) -> one + other,
					LinkedHashMap::new));
	}

	private static String paragraph(String group) {
		return ROUTES + group.substring(HEADING.length(), group.indexOf('\n'));
	}

	private static String table(String group) {
		String roles = Arrays.stream(Role.values()).map((role) -> " `" + role + "` |").collect(Collectors.joining());
		String line = " --- |".repeat(2) + " :-: |".repeat(Role.values().length + 1);
		return group.lines()
			.skip(1)
			.map((route) -> row(route.split("\\s+")))
			.collect(Collectors.joining("\n", "| | | `PUBLIC` |%s\n|%s\n".formatted(roles, line), ""));
	}

	private static String row(String... cells) {
		String pattern = cells[1].replaceAll("\\{(\\w+):.*?}+(?=/|$)", "{$1}");
		return "| `%s` | `%s` | %s |".formatted(cells[0], pattern, marks(cells[2]));
	}

	private static String marks(String lowest) {
		return Stream.concat(Stream.of("PUBLIC"), Arrays.stream(Role.values()).map(Role::name))
			.map((column) -> isAllowed(column, lowest) ? "✓" : " ")
			.collect(Collectors.joining(" | "));
	}

	private static boolean isAllowed(String column, String lowest) {
		return lowest.equals("PUBLIC")
				|| !column.equals("PUBLIC") && Role.valueOf(column).compareTo(Role.valueOf(lowest)) >= 0;
	}

}
