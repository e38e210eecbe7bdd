package dev.segmentation.faults;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.awaitility.Awaitility.await;

/**
 * The kinds of long work, each of which can be stopped in the middle.
 */
enum LongWork {

	/**
	 * {@code RecurringWork} starts it a minute after the application, and every 10
	 * minutes.
	 */
	PURGE("member_lists", "DELETE FROM member_lists", ""),

	CHECK_OF_IMPORT("imports", "check_import", "users-import-check") {

		@Override
		Hold stop(Site site) throws SQLException {
			upload(site.pages());
			return hold(site);
		}

	},

	IMPORT("users", "apply_import", "users-import") {

		@Override
		boolean isComplete(JdbcClient jdbc) {
			return count(jdbc, "SELECT count(*) FROM users WHERE login LIKE 'new-%'") == LargeImport.USERS;
		}

		@Override
		Hold stop(Site site) throws SQLException {
			Pages pages = site.pages();
			String check = upload(pages);
			await().atMost(Duration.ofSeconds(90)).until(() -> pages.get(check).statusCode() == 302);
			pages.post(location(pages.get(check)), Map.of());
			return hold(site);
		}

	},

	LIST("operations", "confirm_member_list", "member-list") {

		@Override
		void start(Site site, Pages pages) {
			long segment = Sql.addSegment(site.database().jdbc(), "LISTED-" + System.nanoTime(), "0");
			List<String> users = site.database()
				.jdbc()
				.sql("SELECT login FROM users ORDER BY id LIMIT " + LISTED)
				.query(String.class)
				.list();
			String form = "/segments/%d/members/paste".formatted(segment);
			String list = location(pages.post(form, Map.of("text", String.join("\n", users))));
			pages.post(list, Map.of());
		}

		@Override
		boolean isComplete(JdbcClient jdbc) {
			return hasMembers(jdbc, "LISTED-", LISTED);
		}

	},

	PERCENTAGE("operations", "begin_act('percent'", "segment-create") {

		@Override
		void start(Site site, Pages pages) {
			pages.post("/segments/new", Map.of("name", "HALF-" + System.nanoTime(), "percent", "50", "seen", "50"));
		}

		@Override
		boolean isComplete(JdbcClient jdbc) {
			return hasMembers(jdbc, "HALF-", count(jdbc, "SELECT ceil(count(*) / 2.0) FROM users"));
		}

	},

	DELETION("operations", "begin_act('segment_deleted'", "segment-delete") {

		@Override
		Hold stop(Site site) throws SQLException {
			String name = "DOOMED-" + System.nanoTime();
			long segment = Sql.addSegment(site.database().jdbc(), name, "50");
			Hold hold = hold(site);
			site.pages().post("/segments/%d/delete".formatted(segment), Map.of("name", name));
			return hold;
		}

		@Override
		boolean isComplete(JdbcClient jdbc) {
			return count(jdbc, "SELECT count(*) FROM segments WHERE name LIKE 'DOOMED-%'") == 0;
		}

	},

	REPORT("report_pieces", "DELETE FROM report_pieces WHERE report_id = ", "report.FILE") {

		@Override
		void start(Site site, Pages pages) {
			pages.post("/reports", Map.of("place", "FILE", "ttl", "1d"));
		}

	},

	SWEEP("operations", "expire_memberships", "") {

		@Override
		Hold stop(Site site) throws SQLException {
			long segment = Sql.addSegment(site.database().jdbc(), "BRIEF-" + System.nanoTime(), "0");
			long user = Sql.addUser(site.database().jdbc(), "brief-" + System.nanoTime());
			site.api()
				.post("/operations/add_segments",
						"{\"user_id\": %d, \"segment_ids\": [%d], \"ttl\": \"1s\"}".formatted(user, segment));
			return hold(site);
		}

	};

	private static final int LISTED = 1000;

	private final String table;

	private final String statement;

	private final String task;

	/**
	 * Names the work.
	 * @param table a table that it writes to in its middle
	 * @param statement a part of the text of the statement that does so
	 * @param task the kind of its task; empty for recurring work
	 */
	LongWork(String table, String statement, String task) {
		this.table = table;
		this.statement = statement;
		this.task = task;
	}

	/** Starts the work, and stops it in the middle until the hold is closed. */
	Hold stop(Site site) throws SQLException {
		Pages pages = site.pages();
		Hold hold = hold(site);
		start(site, pages);
		return hold;
	}

	void start(Site site, Pages pages) {
		// It starts by itself.
	}

	/** Waits until the work is in its middle. */
	void awaitMiddle(Site site, Hold hold) {
		hold.awaitBlocked(this.statement, 1);
		if (hasTask() && runningTask(site).isEmpty()) {
			throw new AssertionError(this + " has no running task");
		}
	}

	/** Recurring work has none. */
	boolean hasTask() {
		return !this.task.isEmpty();
	}

	Optional<Long> runningTask(Site site) {
		return site.administrator()
			.jdbc()
			.sql("SELECT id FROM tasks WHERE kind = :kind AND state = 'RUNNING'")
			.param("kind", this.task)
			.query(Long.class)
			.optional();
	}

	/** Whether the work has been done, and once. */
	boolean isComplete(JdbcClient jdbc) {
		return true;
	}

	private static boolean hasMembers(JdbcClient jdbc, String segment, long expected) {
		String newest = "(SELECT max(id) FROM segments WHERE name LIKE '%s%%')".formatted(segment);
		return count(jdbc, "SELECT count(*) FROM memberships WHERE segment_id = " + newest) == expected
				&& count(jdbc, "SELECT sum(user_count) FROM operations WHERE segment_id = " + newest) == expected;
	}

	private static long count(JdbcClient jdbc, String sql) {
		return jdbc.sql(sql).query(Long.class).single();
	}

	Hold hold(Site site) throws SQLException {
		return new Hold(site.administrator(), this.table);
	}

	private static String upload(Pages pages) {
		return location(pages.upload("/users/import", "file", "users.csv", LargeImport.file()));
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer + " has no task"));
	}

}
