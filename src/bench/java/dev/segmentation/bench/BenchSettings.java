package dev.segmentation.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The settings of {@code make bench}, given as {@code name=value} arguments.
 *
 * @param jar the packaged application
 * @param app the folder where it is unpacked, with its cache of classes
 * @param folder receives data, logs and the report
 * @param users the number of users
 * @param members the number of users that are in 20 segments each
 * @param segments the number of segments; a multiple of 20
 * @param months the number of past months with a million operations of single users each
 * @param work the work to measure; empty for all
 * @param rounds the number of runs of each side of a comparison
 * @param seconds the duration of a run under load
 * @param reuse whether to reuse the data of the previous run
 * @param databaseUrl the JDBC URL of a local PostgreSQL server, with user and password;
 * {@code null} for the embedded server
 */
record BenchSettings(Path jar, Path app, Path folder, long users, long members, int segments, int months,
		List<String> work, int rounds, int seconds, boolean reuse, @Nullable String databaseUrl) {

	static BenchSettings parse(String[] arguments) {
		Map<String, String> values = Arrays.stream(arguments)
			.map((argument) -> argument.split("=", 2))
			.filter((parts) -> parts.length == 2 && !parts[1].isBlank())
			.collect(Collectors.toMap((parts) -> parts[0], (parts) -> parts[1].strip()));
		long users = Long.parseLong(values.getOrDefault("users", "1000000"));
		return new BenchSettings(Path.of(values.getOrDefault("jar", "")).toAbsolutePath(),
				Path.of(values.getOrDefault("app", "target/app")).toAbsolutePath(),
				Path.of(values.getOrDefault("folder", "target/bench")).toAbsolutePath(), users,
				Math.min(users, Long.parseLong(values.getOrDefault("members", "100000"))),
				Integer.parseInt(values.getOrDefault("segments", "1000")),
				Integer.parseInt(values.getOrDefault("months", "1")),
				List.of(values.getOrDefault("work", "all").split(",")),
				Integer.parseInt(values.getOrDefault("rounds", "3")),
				Integer.parseInt(values.getOrDefault("seconds", "10")),
				Boolean.parseBoolean(values.getOrDefault("reuse", "false")), values.get("database"));
	}

	boolean asksFor(String name) {
		return this.work.contains("all") || this.work.contains(name);
	}

}
