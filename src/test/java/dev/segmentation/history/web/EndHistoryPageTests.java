package dev.segmentation.history.web;

import java.net.http.HttpResponse;
import java.util.Map;

import dev.segmentation.support.Api;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Changed ends on the pages of the history.
 */
@HttpTest
@HistoryAgrees
class EndHistoryPageTests {

	private static final String OLD = "Jan 2, 2033, 3:04\u202fAM";

	private static final String NEW = "Feb 3, 2033, 4:05\u202fAM";

	@Autowired
	Api api;

	@Autowired
	Pages editor;

	@Autowired
	TestDatabase database;

	private long user;

	private long segment;

	private String name;

	@BeforeEach
	void changeAnEnd() {
		this.user = Sql.addUser(jdbc());
		this.segment = Sql.addSegment(jdbc());
		this.name = jdbc().sql("SELECT name FROM segments WHERE id = ?")
			.param(this.segment)
			.query(String.class)
			.single();
		post("/segments/" + this.segment + "/members", Map.of("user", "#" + this.user, "until", "2033-01-02T03:04"));
		assertThat(setEnd().statusCode()).isEqualTo(302);
	}

	@Test
	void areListedWithTheirNote() {
		for (String path : new String[] { "/history", "/", "/segments/" + this.segment + "/history",
				"/history?users=" + this.user, "/history?segment=" + this.name,
				"/history?segment=" + this.name + "&cause=page", "/history?account=editor&segment=" + this.name }) {
			assertThat(plain(path)).as(path)
				.contains("editor set the end of " + login() + "’s membership in " + this.name + " to " + NEW,
						"asked by support");
		}
	}

	@Test
	void areNotRecordedAgain() {
		setEnd();
		assertThat(plain("/history?users=" + this.user)).containsOnlyOnce("editor set the end of");
	}

	@Test
	void areOnThePageOfTheAct() {
		String page = plain("/history/" + act());
		assertThat(page).contains("End changed for " + login() + " in")
			.containsSubsequence("End before", "End after", login(), OLD, NEW);
		assertThat(plain("/history/" + act() + "?segment=" + this.segment + "&type=ends")).contains(OLD);
		assertThat(plain("/segments/" + this.segment + "?act=" + act())).contains(login());
	}

	@Test
	void areOnTheTimelineOfTheUser() {
		assertThat(plain("/users/" + this.user + "/timeline")).containsSubsequence(this.name, "End changed",
				OLD + " → " + NEW, "asked by support");
		post("/segments/" + this.segment + "/members/remove", Map.of("users", "" + this.user));
		Sql.addMemberships(jdbc(), this.user, this.segment);
		assertThat(plain("/users/" + this.user + "/timeline")).containsOnlyOnce(OLD + " → " + NEW);
	}

	@Test
	void areOneActForAllThatMatch() {
		post("/segments/" + this.segment + "/members", Map.of("user", "#" + Sql.addUser(jdbc()), "ttl", "3d"));
		post("/segments/" + this.segment + "/members/end", Map.of("all", "true", "filter", "ends=any", "expected", "2",
				"change", "LATER", "by", "1d", "note", "for all"));
		await().untilAsserted(() -> assertThat(plain("/history?segment=" + this.name))
			.contains("editor extended 2 memberships in " + this.name + " by 1 day", "for all"));
	}

	@Test
	void areLinesOfDetailedFilesOnly() {
		String filter = "/reports/history.csv?users=" + this.user;
		String detailed = this.editor
			.get(filter
					+ "&preset=CUSTOM&column=USER_ID,SEGMENT_NAME,TYPE,DATE,ACT,SOURCE,ACCOUNT,NOTE,OLD_END,NEW_END")
			.body();
		assertThat(detailed.lines()
			.map((line) -> line.replaceAll(",\\d+,page", ",N,page").replaceAll("2026-\\S* \\S*?,", "D,")))
			.containsExactly("user-id,segment-name,type,date_utc,act,cause,account,note,old-end_utc,new-end_utc",
					this.user + "," + this.name + ",added,D,N,page,editor,,,2033-01-02 03:04:00",
					this.user + "," + this.name
							+ ",end_changed,D,N,page,editor,asked by support,2033-01-02 03:04:00,2033-02-03 04:05:00");
		assertThat(this.editor.get(filter).body().lines()).hasSize(2);
		String form = "/reports/download?separator=COMMA&users=" + this.user;
		assertThat(this.editor.get(form + "&preset=API").body()).contains("About 1 line ");
		assertThat(this.editor.get(form + "&preset=FULL").body()).contains("About 2 lines ");
	}

	@Test
	void areNotInVersion1OfTheApi() {
		String month = "?year=2026&month="
				+ jdbc().sql("SELECT extract(month FROM now())").query(Integer.class).single() + "&user_ids="
				+ this.user;
		Api client = this.api.as(TestAccount.EDITOR);
		String history = client.get("/operations/history" + month).body();
		String file = client.get("/reports/file" + month).body();
		assertThat(history).containsOnlyOnce("\"type\"");
		assertThat(file.lines()).hasSize(2);
		post("/segments/" + this.segment + "/members/end", Map.of("users", "" + this.user, "change", "NEVER"));
		assertThat(client.get("/operations/history" + month).body()).isEqualTo(history);
		assertThat(client.get("/reports/file" + month).body()).isEqualTo(file);
	}

	private HttpResponse<String> setEnd() {
		return post("/segments/" + this.segment + "/members/end", Map.of("users", "" + this.user, "change", "AT",
				"until", "2033-02-03T04:05", "note", "asked by support"));
	}

	private HttpResponse<String> post(String path, Map<String, String> form) {
		return this.editor.post(path, form);
	}

	/** The page without the characters that isolate names. */
	private String plain(String path) {
		return this.editor.get(path.replace(" ", "%20")).body().replaceAll("[\u2068\u2069]", "").replace("\u00a0", " ");
	}

	private String login() {
		return jdbc().sql("SELECT login FROM users WHERE id = ?").param(this.user).query(String.class).single();
	}

	private long act() {
		return jdbc().sql("SELECT max(act_id) FROM act_end_changes WHERE segment_id = ?")
			.param(this.segment)
			.query(Long.class)
			.single();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
