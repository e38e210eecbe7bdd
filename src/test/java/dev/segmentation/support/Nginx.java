package dev.segmentation.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.stream.Collectors;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import static org.awaitility.Awaitility.await;

/**
 * The nginx of this machine with the template from {@code docker/nginx} and a certificate
 * of the script beside it. It listens on the loopback address only.
 *
 * @param folder its files, with the folders {@code acme} and {@code certificates}
 * @param httpPort the port that redirects to HTTPS
 * @param httpsPort the port of the application
 */
public record Nginx(Path folder, int httpPort, int httpsPort, Process process) implements AutoCloseable {

	private static final Path SOURCE = Path.of("docker", "nginx").toAbsolutePath();

	private static final String MAIN = """
			daemon off;
			pid nginx.pid;
			events {}
			http {
				access_log nginx-access.log;
				client_body_temp_path temp-body;
				proxy_temp_path temp-proxy;
				fastcgi_temp_path temp-fastcgi;
				uwsgi_temp_path temp-uwsgi;
				scgi_temp_path temp-scgi;
				include site.conf;
			}
			""";

	/**
	 * Starts nginx in a folder.
	 * @param instances the ports of the application's instances
	 */
	public static Nginx start(Path folder, List<Integer> instances) {
		try {
			Path certificates = Files.createDirectories(folder.resolve("certificates"));
			Files.createDirectories(folder.resolve("acme"));
			makeCertificate(certificates);
			int httpPort = Ports.free();
			int httpsPort = Ports.free();
			Files.writeString(folder.resolve("nginx.conf"), MAIN);
			Files.writeString(folder.resolve("site.conf"), site(folder, httpPort, httpsPort, instances));
			Nginx nginx = new Nginx(folder, httpPort, httpsPort, run(folder));
			await().until(() -> !nginx.process.isAlive() || Ports.accepts(httpsPort));
			return nginx;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Runs the script that makes a self-signed certificate if the folder has none.
	 */
	public static void makeCertificate(Path certificates) throws IOException {
		ProcessBuilder script = new ProcessBuilder(SOURCE.resolve("certificate.sh").toString(),
				certificates.toString());
		script.environment().put("SERVER_NAME", "segmentation.example.com");
		if (script.inheritIO().start().onExit().join().exitValue() != 0) {
			throw new IllegalStateException("There is no certificate");
		}
	}

	private static String site(Path folder, int httpPort, int httpsPort, List<Integer> instances) throws IOException {
		String servers = instances.stream()
			.map((port) -> "server 127.0.0.1:%d max_fails=1 fail_timeout=1s;".formatted(port))
			.collect(Collectors.joining("\n"));
		return Files.readString(SOURCE.resolve("default.conf.template"))
			.replace("${APPLICATION_SERVERS}", servers)
			.replace("${HTTPS_PORT}", String.valueOf(httpsPort))
			.replace("listen 80", "listen 127.0.0.1:" + httpPort)
			.replace("listen 443", "listen 127.0.0.1:" + httpsPort)
			.replace("/etc/nginx/certificates", folder.resolve("certificates").toString())
			.replace("/var/www/acme", folder.resolve("acme").toString());
	}

	private static Process run(Path folder) throws IOException {
		// Debian installs nginx in /usr/sbin, which is not on the path of every account.
		return new ProcessBuilder("env", "PATH=%s:/usr/sbin".formatted(System.getenv("PATH")), "nginx", "-p",
				folder.toString(), "-c", folder.resolve("nginx.conf").toString(), "-e",
				folder.resolve("nginx-error.log").toString(), "-g",
				"user %s;".formatted(System.getProperty("user.name")))
			.inheritIO()
			.start();
	}

	/** Returns the address of the application. */
	public String root() {
		return "https://localhost:" + this.httpsPort;
	}

	/** Returns a context that trusts only the certificate of this nginx. */
	public SSLContext trust() {
		try (InputStream chain = Files.newInputStream(this.folder.resolve("certificates/fullchain.pem"))) {
			KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
			trusted.load(null, null);
			trusted.setCertificateEntry("nginx", CertificateFactory.getInstance("X.509").generateCertificate(chain));
			TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			managers.init(trusted);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, managers.getTrustManagers(), null);
			return context;
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Returns the contents of its error log. */
	public String errors() {
		try {
			return Files.readString(this.folder.resolve("nginx-error.log"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

}
