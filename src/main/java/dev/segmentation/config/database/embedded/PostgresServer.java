package dev.segmentation.config.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.sun.management.OperatingSystemMXBean;
import dev.segmentation.config.ProgramInfo;
import io.zonky.test.db.postgres.util.LinuxUtils;

/**
 * The server process of a cluster. PostgreSQL's own programs start and stop it, so that
 * it is a separate process, which Ctrl-C does not reach.
 */
final class PostgresServer {

	static final String USER = "postgres";

	private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(10);

	private static final Duration LONGEST_STOP = Duration.ofMinutes(10);

	/** Higher than any process id. */
	private static final String NO_PROCESS = String.valueOf(Integer.MAX_VALUE);

	private final PostgresPrograms programs;

	private final Path cluster;

	private final Path log;

	PostgresServer(PostgresPrograms programs, Path cluster, Path log) {
		this.programs = programs;
		this.cluster = cluster;
		this.log = log;
	}

	/**
	 * Creates the cluster, and returns when it is written to the disk.
	 * @param password a file with the password of its only role
	 */
	void makeCluster(Path password) {
		List<String> arguments = new ArrayList<>(List.of("--pgdata", this.cluster.toString(), "--username", USER,
				"--pwfile", password.toString(), "--auth", "scram-sha-256", "--encoding", "UTF8"));
		arguments.addAll(locale());
		run("initdb", arguments.toArray(String[]::new));
	}

	/**
	 * The tests also run on versions before 17, which take this locale from the system.
	 */
	private static List<String> locale() {
		return (Integer.parseInt(ProgramInfo.postgresMajorVersion()) < 17) ? List.of("--locale", "C.UTF-8")
				: List.of("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C");
	}

	/**
	 * Starts the server, and waits until it has recovered and accepts connections. The
	 * options make commits durable, whatever the configuration file says.
	 */
	void start(int port) {
		disownStrangersProcess();
		List<String> options = new ArrayList<>(List.of("-p " + port, "-c listen_addresses=127.0.0.1",
				"-c unix_socket_directories=", "-c fsync=on", "-c synchronous_commit=on", "-c full_page_writes=on",
				"-c max_connections=100", "-c timezone=UTC",
				// Errors of clients are answered, not logged.
				"-c log_min_messages=log"));
		options.addAll(Tuning.of(totalMemory()).options());
		run("pg_ctl", "start", "--wait", "--timeout", seconds(LONGEST_RECOVERY), "--pgdata", this.cluster.toString(),
				"--log", this.log.toString(), "--options", String.join(" ", options));
	}

	private static long totalMemory() {
		return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
	}

	/**
	 * Stops the server if it is running, and waits until its last checkpoint is on the
	 * disk.
	 */
	void stop() {
		if (isRunning()) {
			run("pg_ctl", "stop", "--mode", "fast", "--wait", "--timeout", seconds(LONGEST_STOP), "--pgdata",
					this.cluster.toString());
		}
	}

	boolean isRunning() {
		return processId().flatMap(ProcessHandle::of).filter(this::isServer).isPresent();
	}

	/**
	 * Another program may have this process id by now, even the server of another
	 * cluster. A zombie process has no command.
	 */
	private boolean isServer(ProcessHandle process) {
		ProcessHandle.Info info = process.info();
		boolean postgres = info.command()
			.map((command) -> Path.of(command).getFileName().toString().startsWith("postgres"))
			.orElse(false);
		boolean ofThisCluster = info.arguments()
			.map((arguments) -> List.of(arguments).contains(this.cluster.toString()))
			.orElse(true);
		return postgres && ofThisCluster;
	}

	private Optional<Long> processId() {
		try {
			return Files.exists(pidFile()) ? Files.readAllLines(pidFile()).stream().findFirst().map(Long::valueOf)
					: Optional.empty();
		}
		catch (IOException | NumberFormatException ex) {
			// The file is just being written or deleted.
			return Optional.empty();
		}
	}

	/**
	 * Replaces the process id that a killed server left in its file. If another program
	 * had got the same id, as happens in containers, the server would refuse to start.
	 */
	private void disownStrangersProcess() {
		if (processId().isEmpty() || isRunning()) {
			return;
		}
		try {
			// The server uses the other lines to check for its old child processes.
			List<String> lines = new ArrayList<>(Files.readAllLines(pidFile()));
			lines.set(0, NO_PROCESS);
			Files.write(pidFile(), lines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path pidFile() {
		return this.cluster.resolve("postmaster.pid");
	}

	private void run(String program, String... arguments) {
		List<String> command = new ArrayList<>();
		// PostgreSQL refuses to run as root; in a user namespace it runs as nobody.
		if (LinuxUtils.isUnshareAvailable()) {
			command.addAll(List.of("unshare", "-U"));
		}
		command.add(this.programs.path(program).toString());
		command.addAll(List.of(arguments));
		ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(this.log.toFile());
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
			if (process.waitFor() != 0) {
				throw new PostgresProgramException(program);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new PostgresProgramException(program);
		}
	}

	private static String seconds(Duration duration) {
		return Long.toString(duration.toSeconds());
	}

	/**
	 * A program failed; the reason is in the log.
	 */
	static class PostgresProgramException extends RuntimeException {

		PostgresProgramException(String program) {
			super(program + " has failed");
		}

	}

}
