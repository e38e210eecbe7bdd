package dev.segmentation.config.database;

import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.segmentation.Application;
import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.report.NewReport;
import dev.segmentation.report.Report;
import dev.segmentation.report.ReportLinks;
import dev.segmentation.report.ReportPlace;
import dev.segmentation.report.ReportService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.support.Api;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestDatabases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two connections are enough for any number of readers, because no thread waits for a
 * second connection while it holds one.
 */
@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.hikari.maximum-pool-size=2", "management.server.port=0" })
class SmallPoolTests {

	/** More than the connections. */
	private static final int READERS = 4;

	private static final TestDatabase database = TestDatabases.create();

	/** The ids in paths, by the paths' beginnings. The first one that matches counts. */
	private static final Map<String, String> IDS = new LinkedHashMap<>();

	@Autowired
	RequestMappingHandlerMapping requestMappingHandlerMapping;

	@Autowired
	ReportService reports;

	@Autowired
	ReportLinks links;

	@Autowired
	DataSource dataSource;

	@LocalManagementPort
	int managementPort;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", database::url);
		registry.add("spring.datasource.username", database::user);
		registry.add("spring.datasource.password", database::password);
	}

	@BeforeAll
	static void addOneOfEach() {
		JdbcClient jdbc = database.jdbc();
		long user = Sql.addUser(jdbc);
		long segment = Sql.addSegment(jdbc);
		Sql.addMemberships(jdbc, user, segment);
		long task = id(jdbc, "INSERT INTO tasks (kind, subject) VALUES ('report.FILE', 'a.csv') RETURNING id");
		long report = id(jdbc,
				"""
						INSERT INTO reports (name, place, query, date_from, date_to, user_ids, segment_ids, kinds, separator,
						    byte_order_mark, detailed, expires_at, task_id)
						SELECT 'a.csv', 'LINK', '', now(), now(), '{}', '{}', '{}', ',', false, false, now() + interval '1 day', %d
						FROM generate_series(1, 20) RETURNING id"""
					.formatted(task));
		long imported = id(jdbc, """
				INSERT INTO imports (file_name, delimiter, columns, headers, ignored, state)
				VALUES ('users.csv', ',', '{LOGIN,EMAIL}', '{login,email}', '{}', 'DONE') RETURNING id""");
		jdbc.sql("INSERT INTO import_rows (import_id, line, login, email, verdict, reason) "
				+ "SELECT %d, n, 'x', 'x', 'MALFORMED', 'EMAIL_INVALID' FROM generate_series(2, 3000) AS n"
					.formatted(imported))
			.update();
		long list = id(jdbc, """
				INSERT INTO member_lists (segment_id, account_id, new_ids, member_ids, unknown, doubled)
				SELECT %d, id, '{}', '{}', '{x}', '{}' FROM accounts WHERE login = 'editor' RETURNING id"""
			.formatted(segment));
		IDS.put("/segments/{id}/members/lists/{list}", segment + " " + list);
		IDS.put("/segments/{id}", "" + segment);
		IDS.put("/users/imports/{id}", "" + imported);
		IDS.put("/users/{id}/segments/{segmentId}", user + " " + segment);
		IDS.put("/users/{id}", "" + user);
		IDS.put("/tasks/{id}", "" + task);
		IDS.put("/reports/{id}", "" + report);
		IDS.put("/history/{id}", "" + id(jdbc, "SELECT max(id) FROM acts"));
		IDS.put("/api/v1/segments/{id}", "" + segment);
	}

	private static long id(JdbcClient jdbc, String sql) {
		return jdbc.sql(sql).query(Long.class).list().getFirst();
	}

	@Test
	void areEnoughForManyReadersOfEveryPage() {
		Api api = new Api("http://localhost:" + this.port);
		Pages pages = new Pages(api).signIn(TestAccount.EDITOR);
		Api editor = api.as(TestAccount.EDITOR);
		Map<String, Set<Integer>> answers = paths()
			.collect(Collectors.toMap(Function.identity(),
					(path) -> atOnce(() -> path.startsWith("/api/v1/") ? editor
						.get(path.substring("/api/v1".length()) + "?year=2026&month=1&segment_id=1&user_id=1")
						.status() : pages.get(path).statusCode())));
		assertThat(answers).hasSizeGreaterThan(40)
			.allSatisfy((path, statuses) -> assertThat(statuses).as(path).allMatch((status) -> status < 500));
		assertThat(answers).containsEntry("/reports", Set.of(200))
			.containsEntry("/reports/history.csv", Set.of(200))
			.containsEntry("/reports/%s/openings".formatted(IDS.get("/reports/{id}")), Set.of(200));
		assertThat(answers.values()).filteredOn(Set.of(200)::equals).hasSizeGreaterThan(30);
	}

	/** Monitoring needs no sign-in there, and no connection. */
	@Test
	void areNotNeededForTheMetricsAtTheirOwnPort() throws SQLException {
		Api management = new Api("http://127.0.0.1:" + this.managementPort);
		try (Connection one = this.dataSource.getConnection(); Connection two = this.dataSource.getConnection()) {
			assertThat(one).isNotSameAs(two);
			assertThat(atOnce(() -> management.callBytes("GET", "/actuator/prometheus", null).status()))
				.containsExactly(200);
		}
		assertThat(management.callBytes("GET", "/actuator/prometheus", null).body())
			.contains("hikaricp_connections_pending{", "hikaricp_connections_active{");
		assertThat(management.callBytes("GET", "/segments", null).status()).isEqualTo(404);
		Api service = new Api("http://localhost:" + this.port);
		assertThat(service.callBytes("GET", "/actuator/prometheus", null).status()).isNotEqualTo(200);
		assertThat(service.callBytes("GET", "/readyz", null).status()).isEqualTo(200);
	}

	/** The GET routes of our own controllers, with the ids filled in. */
	private Stream<String> paths() {
		return this.requestMappingHandlerMapping.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((route) -> route.getValue().getBeanType().getPackageName().startsWith("dev.segmentation"))
			.filter((route) -> isRead(route.getKey()))
			.flatMap((route) -> route.getKey().getPatternValues().stream())
			.distinct()
			.map(SmallPoolTests::fill);
	}

	private static boolean isRead(RequestMappingInfo route) {
		Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
		return methods.isEmpty() || methods.contains(RequestMethod.resolve(HttpMethod.GET));
	}

	private static String fill(String pattern) {
		String path = IDS.entrySet()
			.stream()
			.filter((entry) -> pattern.startsWith(entry.getKey()))
			.findFirst()
			.map((entry) -> fill(pattern, entry.getValue().split(" ")))
			.orElse(pattern);
		return path.replaceAll("\\{[^/]*}", "1");
	}

	private static String fill(String pattern, String... ids) {
		String path = pattern;
		for (String id : ids) {
			path = path.replaceFirst("\\{[^/]*?}", id);
		}
		return path;
	}

	private static Set<Integer> atOnce(Callable<Integer> request) {
		try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
			return readers.invokeAll(Collections.nCopies(READERS, request))
				.stream()
				.map(Future::resultNow)
				.collect(Collectors.toSet());
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Each one reads the history while it saves its progress and its file. */
	@Test
	void areEnoughForTwoReportsAtOnce() {
		startReports(ReportPlace.FILE, 4);
	}

	/** Each one logs an opening and reads the file. */
	@Test
	void areEnoughForManyOpeningsOfALink() {
		Pages stranger = new Pages(new Api("http://localhost:" + this.port));
		long id = startReports(ReportPlace.LINK, 1).getFirst().id();
		String path = Objects.requireNonNull(this.links.of(this.reports.get(id)));
		assertThat(atOnce(() -> {
			HttpResponse<String> opened = stranger.postWithoutToken(path, "visit=" + UUID.randomUUID());
			return stranger.get(URI.create(opened.headers().firstValue("Location").orElseThrow()).getPath())
				.statusCode();
		})).containsExactly(200);
		assertThat(this.reports.get(id).opened()).isEqualTo(READERS);
	}

	private List<Report> startReports(ReportPlace place, int count) {
		NewReport request = new NewReport(place, Duration.ofDays(1), "", HistoryFilter.all(), CsvLayout.PLAIN);
		CurrentAccount admin = new CurrentAccount(1, "admin", Role.ADMIN, null, 0);
		CurrentAccount editor = new CurrentAccount(2, "editor", Role.EDITOR, null, 0);
		List<Report> started = Stream.iterate(editor, (last) -> (last == editor) ? admin : editor)
			.limit(count)
			.map((account) -> this.reports.start(request, account))
			.toList();
		await().until(() -> started.stream().allMatch((report) -> this.reports.get(report.id()).isReady()));
		return started;
	}

}
