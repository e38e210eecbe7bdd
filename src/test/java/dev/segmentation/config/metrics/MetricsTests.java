package dev.segmentation.config.metrics;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
class MetricsTests {

	private static final Set<String> OF_OTHER_SETUPS = Set.of("hikaricp_connections_pending",
			"hikaricp_connections_active", "segmentation_data_folder_bytes", "segmentation_data_folder_free_bytes",
			"segmentation_replica_lag_seconds");

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	DatabaseMetrics metrics;

	@Test
	void leaveTheListOfLibrariesToAdministrators() {
		assertThat(new Pages(this.api).signIn(TestAccount.EDITOR).get("/actuator/sbom/application").statusCode())
			.isEqualTo(403);
		Pages admin = new Pages(this.api).signIn(TestAccount.ADMIN);
		assertThat(admin.get("/actuator/sbom", "Accept", "application/json").statusCode()).isEqualTo(200);
	}

	@Test
	void areOnlyForAdministratorsAtThePortOfTheService() {
		assertThat(new Pages(this.api).signIn(TestAccount.EDITOR).get("/actuator/prometheus").statusCode())
			.isEqualTo(403);
		assertThat(this.api.as(TestAccount.ADMIN).callBytes("GET", "/actuator/prometheus", null).status())
			.isEqualTo(401);
		assertThat(new Pages(this.api).signIn(TestAccount.ADMIN).get("/actuator/env").statusCode()).isEqualTo(404);
		assertThat(scrape().text()).contains("# HELP segmentation_ready", "# TYPE segmentation_ready gauge");
	}

	@Test
	void countMembershipsOfAllInstancesBySource() {
		JdbcClient jdbc = this.database.jdbc();
		long user = Sql.addUser(jdbc);
		long segment = Sql.addSegment(jdbc);
		String one = "{\"user_id\": %d, \"segment_ids\": [%d]}".formatted(user, segment);
		// Other tests share the instance and empty the database, and the counters keep
		// the sums of their source until the next change by it.
		addAndRemove(one);
		Scrape before = read();
		addAndRemove(one);
		Scrape after = read();
		assertThat(after.growth(before, "segmentation_memberships_added_total{source=\"api\"}")).isEqualTo(1);
		assertThat(after.growth(before, "segmentation_memberships_removed_total{source=\"api\"}")).isEqualTo(1);
		assertThat(after.growth(before, "segmentation_memberships_added_total{source=\"page\"}")).isZero();
		assertThat(after.growth(before, "segmentation_acts_total")).isEqualTo(2);
	}

	private void addAndRemove(String membership) {
		Api editor = this.api.as(TestAccount.EDITOR);
		assertThat(editor.post("/operations/add_segments", membership).status()).isEqualTo(201);
		assertThat(editor.delete("/operations/delete_segments", membership).status()).isEqualTo(200);
	}

	@Test
	void countRefusedCallsAndSignIns() {
		Api editor = this.api.as(TestAccount.EDITOR);
		editor.get("/segments/987653");
		new Pages(this.api).signIn("editor", "incorrect");
		Scrape before = scrape();
		assertThat(editor.get("/segments/987654").status()).isEqualTo(400);
		assertThat(this.api.get("/segments").status()).isEqualTo(401);
		new Pages(this.api).signIn("editor", "incorrect");
		Scrape after = scrape();
		assertThat(after.growth(before, "segmentation_refused_calls_total{reason=\"segment.missing\"}")).isEqualTo(1);
		assertThat(after.value("segmentation_refused_calls_total{reason=\"token.missing\"}")).isPositive();
		assertThat(after.growth(before, "segmentation_sign_ins_total{result=\"failure\"}")).isEqualTo(1);
		assertThat(after.growth(before, "segmentation_sign_ins_total{result=\"success\"}")).isEqualTo(1);
	}

	@Test
	void showTheTasksByKindAndState() {
		this.database.jdbc().sql("""
				INSERT INTO tasks (kind, subject, started_at, heartbeat_at)
				VALUES ('test-task', '', now() - interval '100 seconds', now() + interval '1 hour')""").update();
		Scrape scrape = read();
		assertThat(scrape.value("segmentation_tasks{kind=\"test-task\",state=\"running\"}")).isEqualTo(1);
		assertThat(scrape.value("segmentation_tasks_oldest_seconds")).isBetween(100.0, 160.0);
	}

	/**
	 * The clock of the test is ahead, so the sweep of the application does not come
	 * first.
	 */
	@Test
	void showHowLateMembershipsWereRemoved() {
		JdbcClient jdbc = this.database.jdbc();
		long user = Sql.addUser(jdbc);
		long segment = Sql.addSegment(jdbc);
		jdbc.sql("""
				WITH act AS (INSERT INTO acts (kind) VALUES ('expiry') RETURNING id, at)
				INSERT INTO act_changes (act_id, act_at, segment_id, segment_name, type, users, at)
				SELECT id, at, 1, 'x', 'deleted', 1, at - interval '40 seconds' FROM act
				""").update();
		Scrape scrape = read();
		assertThat(scrape.value("segmentation_expiry_lag_seconds")).isEqualTo(40);
		assertThat(scrape.value("segmentation_expiry_backlog")).isZero();
	}

	@Test
	void countTheBytesOfReports() {
		Pages editor = new Pages(this.api).signIn(TestAccount.EDITOR);
		Scrape before = scrape();
		HttpResponse<String> file = editor.get("/reports/history.csv");
		assertThat(file.statusCode()).isEqualTo(200);
		assertThat(scrape().growth(before, "segmentation_report_bytes_total")).isEqualTo(file.body().getBytes().length);
	}

	@Test
	void nameRoutesByTheirTemplates() {
		long segment = Sql.addSegment(this.database.jdbc());
		Pages editor = new Pages(this.api).signIn(TestAccount.EDITOR);
		editor.get("/segments/" + segment + "/settings");
		editor.post("/segments/" + segment + "/members", Map.of("user", "nobody"));
		assertThat(scrape().text()).contains("uri=\"/segments/{id}/settings\"").doesNotContain("/segments/" + segment);
	}

	/**
	 * The files may name a metric that only a certain setup has. Its own test names it.
	 */
	@Test
	void existIfTheDocumentsTheAlertsOrTheDashboardNameThem() {
		new Pages(this.api).signIn("editor", "incorrect");
		this.api.get("/segments");
		this.database.jdbc().sql("INSERT INTO tasks (kind, subject) VALUES ('another', '')").update();
		Set<String> names = new TreeSet<>(read().names());
		names.addAll(OF_OTHER_SETUPS);
		assertThat(MonitoringFiles.alerts()).hasSizeGreaterThan(8).isSubsetOf(names);
		assertThat(MonitoringFiles.dashboard()).hasSizeGreaterThan(15).isSubsetOf(names);
		Set<String> ours = names.stream().filter((name) -> name.startsWith("segmentation_")).collect(toSet());
		for (String document : List.of("operations.md", "operations.ru.md")) {
			assertThat(MonitoringFiles.document(document)).containsExactlyInAnyOrderElementsOf(ours);
		}
	}

	private Scrape read() {
		this.metrics.read();
		return scrape();
	}

	private Scrape scrape() {
		return new Scrape(new Pages(this.api).signIn(TestAccount.ADMIN)
			.get("/actuator/prometheus", "Accept", "text/plain")
			.body());
	}

}
