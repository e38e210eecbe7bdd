import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Creates the cache with which the application starts faster, and is faster from its
 * first request on: the JVM stores its linked classes and the profiles of their methods
 * (JEP 483, 514 and 515). The application is started on a new database and gets the calls
 * that users' programs make most.
 */
class TrainCache {

	/** The JVM compiles a method completely after about 15,000 calls. */
	private static final Duration CALLS = Duration.ofSeconds(25);

	private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private static final List<String> PAGES = List.of("/", "/segments", "/segments/1", "/segments/1/history", "/users",
			"/users/1", "/history", "/ends", "/reports");

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private final String password = UUID.randomUUID().toString();

	private final String url;

	private String token = "";

	TrainCache(int port) {
		this.url = "http://127.0.0.1:" + port;
	}

	/**
	 * Trains the application.
	 * @param args the java to train, the application's JAR, and the file of the cache
	 */
	public static void main(String[] args) throws Exception {
		Path data = Files.createTempDirectory("training");
		int port = freePort();
		TrainCache training = new TrainCache(port);
		try {
			training.start(data, port, List.of(args[0], "-Dspring.context.exit=onRefresh", "-jar", args[1]))
				.waitFor();
			Process application = training.start(data, port,
					List.of(args[0], "-XX:AOTCacheOutput=" + args[2], "-jar", args[1]));
			try {
				training.run(application);
			}
			finally {
				application.destroy();
				application.waitFor();
			}
			if (Files.notExists(Path.of(args[2]))) {
				throw new IOException("The application did not write " + args[2]);
			}
		}
		finally {
			delete(data);
		}
	}

	private Process start(Path data, int port, List<String> command) throws IOException {
		ProcessBuilder application = new ProcessBuilder(command).inheritIO();
		application.environment().put("SEGMENTATION_DATA_DIR", data.resolve("postgres").toString());
		application.environment().put("SEGMENTATION_ADMIN_PASSWORD", this.password);
		application.environment().put("SERVER_PORT", "" + port);
		return application.start();
	}

	private void run(Process application) throws Exception {
		awaitReady(application);
		signIn();
		addData();
		Instant end = Instant.now().plus(CALLS);
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Void>> calls = IntStream.rangeClosed(1, 4)
				.mapToObj((user) -> clients.submit(() -> callUntil(end, user)))
				.toList();
			for (String page : PAGES.stream().flatMap((path) -> Stream.of(path, path, path)).toList()) {
				get(page);
			}
			for (Future<Void> call : calls) {
				call.get();
			}
		}
	}

	private void awaitReady(Process application) throws IOException, InterruptedException {
		while (application.isAlive()) {
			try {
				if (send("GET", "/readyz", "").statusCode() == 200) {
					return;
				}
			}
			catch (IOException ex) {
				// The port is not open yet.
			}
			TimeUnit.MILLISECONDS.sleep(100);
		}
		throw new IOException("The application did not start");
	}

	private void signIn() throws IOException, InterruptedException {
		String credentials = "{\"login\":\"admin\",\"password\":\"" + this.password + "\"}";
		this.token = find(TOKEN, call("POST", "/api/v1/users/sign-in", credentials));
		String form = "username=admin&password=" + this.password + "&_csrf="
				+ URLEncoder.encode(find(CSRF, get("/login")), StandardCharsets.UTF_8);
		this.http.send(HttpRequest.newBuilder(URI.create(this.url + "/login"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build(), BodyHandlers.discarding());
	}

	private void addData() throws IOException, InterruptedException {
		for (int number = 1; number <= 20; number++) {
			call("POST", "/api/v1/segments/create", "{\"name\":\"TRAINING-" + number + "\"}");
		}
		for (int number = 1; number <= 20; number++) {
			call("POST", "/api/v1/users/sign-up", """
					{"login":"user-%1$d","email":"user-%1$d@example.com","password":"%2$s"}"""
				.formatted(number, this.password));
			call("POST", "/api/v1/operations/add_segments",
					"{\"user_id\":%d,\"segment_ids\":[1,2,3]}".formatted(number));
		}
	}

	private Void callUntil(Instant end, int user) throws IOException, InterruptedException {
		for (int number = 0; Instant.now().isBefore(end); number++) {
			call("GET", "/api/v1/users/active_segments?user_id=" + user, "");
			if (number % 10 == 0) {
				change(user);
			}
		}
		return null;
	}

	private void change(int user) throws IOException, InterruptedException {
		String segments = "{\"user_id\":%d,\"segment_ids\":[10]}".formatted(user);
		call("POST", "/api/v1/operations/add_segments", segments);
		call("DELETE", "/api/v1/operations/delete_segments", segments);
		call("GET", "/api/v1/segments/10", "");
		call("GET", "/ping", "");
	}

	private String get(String path) throws IOException, InterruptedException {
		return call("GET", path, "");
	}

	private String call(String method, String path, String body) throws IOException, InterruptedException {
		HttpResponse<String> response = send(method, path, body);
		if (response.statusCode() >= 400) {
			throw new IOException("%s %s: %d %s".formatted(method, path, response.statusCode(), response.body()));
		}
		return response.body();
	}

	private HttpResponse<String> send(String method, String path, String body)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.url + path))
			.method(method, BodyPublishers.ofString(body));
		request = path.startsWith("/api/") ? request.header("Authorization", "Bearer " + this.token)
				: request.header("Accept", "text/html, */*");
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

	private static String find(Pattern pattern, String text) throws IOException {
		Matcher found = pattern.matcher(text);
		if (!found.find()) {
			throw new IOException("No " + pattern + " in " + text);
		}
		return found.group(1);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

}
