package dev.segmentation.config.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The metrics that the files for monitoring name.
 */
final class MonitoringFiles {

	/** Prometheus itself makes this metric. */
	private static final String UP = "up";

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `(segmentation_\\w+)`");

	private MonitoringFiles() {
	}

	static Set<String> alerts() {
		return metrics(JsonMapper.shared().valueToTree(new Yaml().load(read("docker/monitoring/alerts.yaml"))));
	}

	static Set<String> dashboard() {
		return metrics(JsonMapper.shared().readTree(read("docker/monitoring/dashboard.json")));
	}

	/** Returns the metrics in the first column of a document's table. */
	static Set<String> document(String name) {
		return ROW.matcher(read("docs/" + name))
			.results()
			.map((MatchResult row) -> row.group(1))
			.collect(Collectors.toSet());
	}

	private static Set<String> metrics(JsonNode file) {
		return file.findValues("expr")
			.stream()
			.flatMap((query) -> PromQl.metrics(query.asString()).stream())
			.filter((name) -> !UP.equals(name))
			.collect(Collectors.toSet());
	}

	private static String read(String file) {
		try {
			return Files.readString(Path.of(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
