package dev.segmentation.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Formats the results of a benchmark as Markdown.
 */
final class Report {

	private static final List<String> SERVER_SETTINGS = List.of("server_version", "fsync", "synchronous_commit",
			"full_page_writes", "wal_compression", "shared_buffers", "effective_cache_size", "work_mem",
			"maintenance_work_mem", "max_wal_size", "checkpoint_timeout", "random_page_cost", "jit", "io_method",
			"autovacuum");

	private Report() {
	}

	static String of(Server server, BenchSettings settings, List<Row> rows) throws IOException {
		return """
				## Measured

				%s

				| work | through the application | the same SQL without it | ratio | goal | met |
				| --- | --- | --- | --- | --- | --- |
				%s

				Each figure is the median of %d runs, taken in turns with those of the other column; under load each runs
				%d s. The ratio is the application's speed by that of the same SQL.
				"""
			.formatted(conditions(server, settings), rows.stream().map(Row::markdown).collect(Collectors.joining("\n")),
					settings.rounds(), settings.seconds());
	}

	private static String conditions(Server server, BenchSettings settings) throws IOException {
		return """
				- Data: %,d users, %,d of them in 20 of %,d segments, %d months of 1,000,000 operations
				- Machine: %d processors (%s), %d MB of memory, %s %s; load average %s at the end
				- Java: %s
				- PostgreSQL: %s""".formatted(settings.users(), settings.members(), settings.segments(),
				settings.months(), Runtime.getRuntime().availableProcessors(), first("/proc/cpuinfo", "model name"),
				Long.parseLong(first("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024,
				System.getProperty("os.name"), System.getProperty("os.version"),
				Files.readString(Path.of("/proc/loadavg")).strip(), Runtime.version(), serverSettings(server));
	}

	private static String serverSettings(Server server) {
		return server.jdbc()
			.sql("""
					SELECT name || ' ' || current_setting(name) FROM pg_settings
					WHERE name IN (:names) ORDER BY array_position(CAST(:order AS text[]), name)
					""")
			.param("names", SERVER_SETTINGS)
			.param("order", SERVER_SETTINGS.toArray(String[]::new))
			.query(String.class)
			.stream()
			.collect(Collectors.joining(", "));
	}

	private static String first(String file, String name) throws IOException {
		try (Stream<String> lines = Files.lines(Path.of(file))) {
			return lines.filter((line) -> line.startsWith(name))
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse("?");
		}
	}

}
