package dev.segmentation.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The nginx of this machine with the configuration file from {@code docker/}.
 */
final class Balancer implements AutoCloseable {

	private static final Path CONFIGURATION = Path.of("docker", "nginx.conf");

	private final Process process;

	private final int port;

	private Balancer(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	/**
	 * Starts nginx in a folder.
	 * @param instances the ports of the application's instances
	 */
	static Balancer start(Path folder, int port, List<Integer> instances) throws IOException {
		String servers = Files.readString(CONFIGURATION).replace("listen 80;", "listen 127.0.0.1:%d;".formatted(port));
		for (int i = 0; i < instances.size(); i++) {
			servers = servers.replace("app%d:8080".formatted(i + 1), "127.0.0.1:" + instances.get(i));
		}
		Files.writeString(folder.resolve("servers.conf"), servers);
		Path main = Files.writeString(folder.resolve("nginx.conf"), """
				daemon off;
				pid nginx.pid;
				error_log nginx-error.log;
				events {}
				http {
					access_log nginx-access.log;
					client_body_temp_path temp-body;
					proxy_temp_path temp-proxy;
					fastcgi_temp_path temp-fastcgi;
					uwsgi_temp_path temp-uwsgi;
					scgi_temp_path temp-scgi;
					include servers.conf;
				}
				""");
		List<String> command = List.of("nginx", "-p", folder.toString(), "-c", main.toString(), "-g",
				"user %s;".formatted(System.getProperty("user.name")));
		return new Balancer(new ProcessBuilder(command).inheritIO().start(), port);
	}

	String root() {
		return "http://127.0.0.1:" + this.port;
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

	/** The contents of its error log. */
	static String errors(Path folder) {
		try {
			return Files.readString(folder.resolve("nginx-error.log"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
