package dev.segmentation.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.zonky.test.db.postgres.util.LinuxUtils;

import static org.awaitility.Awaitility.await;

/**
 * The PgBouncer of this machine with the settings of {@code docs/postgresql.md}.
 */
public record PgBouncer(int port, TestDatabase server, Process process) implements AutoCloseable {

	/**
	 * Starts it in a folder, in front of a database.
	 */
	public static PgBouncer start(Path folder, TestDatabase server) {
		try {
			int port = Ports.free();
			URI address = URI.create(server.url().substring("jdbc:".length()));
			Path users = Files.writeString(folder.resolve("userlist.txt"),
					"\"%s\" \"%s\"%n".formatted(server.user(), server.password()));
			Path settings = Files.writeString(folder.resolve("pgbouncer.ini"),
					DocumentedBlock.first("postgresql.md", "ini")
						.replace("host=db.example.com port=5432", "host=127.0.0.1 port=" + address.getPort())
						.replace("6432", String.valueOf(port))
						.replace("/etc/pgbouncer/userlist.txt", users.toString()) + "unix_socket_dir =\n");
			PgBouncer bouncer = new PgBouncer(port, server, run(settings, folder.resolve("pgbouncer.log")));
			await().until(() -> !bouncer.process.isAlive() || Ports.accepts(port));
			return bouncer;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Process run(Path settings, Path log) throws IOException {
		// Debian installs it in /usr/sbin, which is not on the path of every account.
		List<String> command = new ArrayList<>(
				List.of("env", "PATH=%s:/usr/sbin".formatted(System.getenv("PATH")), "pgbouncer", settings.toString()));
		// It refuses to run as root; in a user namespace it runs as nobody.
		if (LinuxUtils.isUnshareAvailable()) {
			command.addAll(0, List.of("unshare", "-U"));
		}
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
	}

	/**
	 * Returns the database behind it, without prepared statements.
	 */
	public TestDatabase database() {
		return new TestDatabase("jdbc:postgresql://127.0.0.1:%d/segmentation?prepareThreshold=0".formatted(this.port),
				this.server.user(), this.server.password());
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

}
