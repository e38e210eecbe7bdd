package dev.segmentation.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.util.FileSystemUtils;

/**
 * {@code make bench}: starts the packaged application on its own database, loads data,
 * and measures one kind of work after the other.
 */
final class Benchmark {

	/** The kinds of work, by the names to use in {@code WORK=}. */
	private static final List<Map.Entry<String, Work>> WORK = List.of(Map.entry("active", new ActiveSegments()),
			Map.entry("floor", new Floor()), Map.entry("changes", new Changes()),
			Map.entry("history", new HistoryPages()),
			Map.entry("csv", new Csv()),
			Map.entry("long-csv", new LongCsv()),
			Map.entry("pages", new Pages()),
			Map.entry("paste", new Paste()),
			Map.entry("percent", new Percentage()),
			Map.entry("sweep", new Sweep()),
			Map.entry("large", new LargeAnswers()),
			Map.entry("slow-readers", new SlowReaders()),
			Map.entry("overload", new Overload()),
			Map.entry("sign-in", new SignIns()),
			Map.entry("start", new Start()));

	private final BenchSettings settings;

	private Benchmark(BenchSettings settings) {
		this.settings = settings;
	}

	public static void main(String[] arguments) throws Exception {
		new Benchmark(BenchSettings.parse(arguments)).run();
	}

	private void run() throws Exception {
		Files.createDirectories(this.settings.folder());
		Programs.require(this.settings.folder(), "wrk", "pgbench", "psql");
		Path data = this.settings.folder().resolve("data");
		if (!this.settings.reuse()) {
			FileSystemUtils.deleteRecursively(data);
		}
		try (RunningJar jar = RunningJar.start(this.settings.jar(), List.of(), environment(data),
				this.settings.folder().resolve("application.log").toFile())) {
			String url = this.settings.databaseUrl();
			Server server = (url != null) ? Server.named(url) : Server.embedded(data);
			DataLoad.run(server, this.settings);
			Bench bench = new Bench(this.settings, jar, server, Api.signIn(jar.url()));
			String report = Report.of(server, this.settings, measure(bench));
			Files.writeString(this.settings.folder().resolve("report.md"), report);
			System.out.println("\n" + report);
		}
	}

	private Map<String, String> environment(Path data) {
		Map<String, String> environment = new HashMap<>(Map.of("SEGMENTATION_DATA_DIR", data.toString(),
				"SEGMENTATION_ADMIN_PASSWORD", RunningJar.PASSWORD, "SEGMENTATION_JWT_ACCESS_TTL", "12h"));
		String url = this.settings.databaseUrl();
		if (url != null) {
			environment.put("SPRING_DATASOURCE_URL", url);
		}
		return environment;
	}

	/**
	 * Measures all requested work. Work that fails gets a row with the error, and the
	 * next work follows.
	 */
	private List<Row> measure(Bench bench) {
		List<Row> rows = new ArrayList<>();
		for (Map.Entry<String, Work> work : WORK) {
			if (!this.settings.asksFor(work.getKey())) {
				continue;
			}
			List<Row> measured;
			try {
				measured = work.getValue().measure(bench);
			}
			catch (Exception ex) {
				measured = List.of(Row.failed(work.getKey(), ex));
			}
			measured.forEach((row) -> System.out.println(row.markdown()));
			rows.addAll(measured);
		}
		return rows;
	}

}
