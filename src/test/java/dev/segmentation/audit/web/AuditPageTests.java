package dev.segmentation.audit.web;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.SignedIn;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page reads events of January, so that the sign-ins of the test itself do not count.
 */
@HttpTest
class AuditPageTests {

	private static final String JANUARY = "/audit?from=2026-01-01&to=2026-01-31";

	private static final Pattern SUBJECT = Pattern.compile("audit-subject\">([^<]+)<");

	private static final Pattern NEXT = Pattern.compile("rel=\"next\"\\s+href=\"([^\"]+)\"");

	@Autowired
	Api api;

	@Autowired
	SignedIn signedIn;

	@Autowired
	TestDatabase database;

	@BeforeAll
	static void addEvents(@Autowired TestDatabase database) {
		database.jdbc()
			.sql("""
					INSERT INTO audit_events (at, kind, account_id, login, subject, detail, address, device) VALUES
					('2026-01-05T10:00:00Z', 'ROLE_CHANGED', 1, 'anna', 'boris', 'VIEWER to EDITOR', '10.0.0.1', 'curl/8.5'),
					('2026-01-06T10:00:00Z', 'SIGN_IN_FAILED', NULL, NULL, '=HYPERLINK("x")', NULL, '10.0.0.2', NULL),
					('2026-01-07T23:30:00Z', 'TOKEN_CREATED', 1, 'Anna', 'crm import', 'EDITOR; sales@example.com', NULL,
					 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120 Safari/537.36')
					""")
			.update();
		database.jdbc().sql("""
				INSERT INTO audit_events (at, kind, login, subject)
				SELECT '2026-02-01T00:00:00Z', 'SIGNED_OUT', 'viktor', 'number ' || n FROM generate_series(1, 120) AS n
				""").update();
	}

	@Test
	void isOnlyForAdministrators() {
		for (String path : List.of("/audit", "/audit/audit.csv")) {
			assertThat(this.signedIn.as(TestAccount.EDITOR).get(path).statusCode()).isEqualTo(403);
			assertThat(new Pages(this.api).get(path).statusCode()).isEqualTo(302);
		}
		assertThat(this.signedIn.as(TestAccount.EDITOR).get("/segments").body()).doesNotContain("href=\"/audit\"");
		assertThat(admin().get("/segments").body()).contains("href=\"/audit\"");
	}

	@Test
	void showsTheNewestFirstInWordsOfTheReader() {
		String page = admin().get(JANUARY).body();
		assertThat(subjects(page)).containsExactly("crm import", "=HYPERLINK(&quot;x&quot;)", "boris");
		assertThat(page).contains("API token created", "Chrome · Windows", "Not signed in", "Viewer → Editor");
		assertThat(admin().get(JANUARY, "Accept-Language", "ru").body()).contains("Роль изменена", "Без входа",
				"Наблюдатель → Редактор");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					SIGNED_IN             | password and code      | password and code      | пароль и код
					SIGNED_IN             | company sign-on        | company sign-on        | единый вход компании
					SIGNED_IN             | remembered             | remembered browser     | запомненный браузер
					SIGN_IN_FAILED        | password, no access to pages | password, no access to pages | пароль, нет доступа к страницам
					SIGN_IN_FAILED        | company sign-on, no role | company sign-on, no role | единый вход компании, нет роли
					SESSION_ENDED         | reused token           | a refresh token was used twice | токен обновления использован дважды
					SESSIONS_ENDED        | all others             | all but the current one | все, кроме текущего
					ACCOUNT_INVITED       | EDITOR                 | Editor                 | Редактор
					ACCOUNT_CREATED       | company sign-on, ADMIN | company sign-on, Administrator | единый вход компании, Администратор
					ROLE_CHANGED          | ADMIN to EDITOR, company sign-on | Administrator → Editor, company sign-on | Администратор → Редактор, единый вход компании
					SECOND_FACTOR_REMOVED | app                    | authenticator app      | приложение-аутентификатор
					SETTING_CHANGED       | ADMIN, EDITOR → none   | Administrator, Editor → none | Администратор, Редактор → нет
					TOKEN_CHANGED         | EDITOR; read only; segments: ADMIN, app; until 2026-03-05T12:30:00Z | Editor; read only; segments: ADMIN, app; until Mar 5, 2026, 12:30 PM | Редактор; только чтение; сегменты: ADMIN, app; до 5 мар. 2026 г., 12:30
					TOKEN_ROTATED         | the old secret works for PT168H | the old token works for 168 more hours | старый токен действует ещё 168 часов
					TOKEN_ROTATED         | the old secret works for never | the old secret works for never | the old secret works for never
					PASSKEY_ADDED         | app, $1                | app, $1                | app, $1
					LINK_CREATED          | $1 link                | $1 link                | $1 link
					""")
	void translatesWhatTheProgramRecorded(String kind, String detail, String english, String russian) {
		this.database.jdbc()
			.sql("INSERT INTO audit_events (at, kind, login, detail) VALUES ('2026-03-01T00:00:00Z', ?, 'words', ?)")
			.params(kind, detail)
			.update();
		String page = "/audit?account=words&from=2026-03-01&to=2026-03-01&kind=" + kind;
		assertThat(withPlainSpaces(admin().get(page).body())).contains("<bdi>" + english + "</bdi>");
		assertThat(withPlainSpaces(admin().get(page, "Accept-Language", "ru").body()))
			.contains("<bdi>" + russian + "</bdi>");
	}

	@Test
	void showsTimesToTheSecond() {
		assertThat(withPlainSpaces(admin().get(JANUARY).body())).contains(">Jan 5, 2026, 10:00:00 AM<");
		assertThat(withPlainSpaces(admin().get(JANUARY, "Accept-Language", "ru").body()))
			.contains(">5 янв. 2026 г., 10:00:00<");
	}

	@Test
	void filters() {
		assertThat(found("&kind=ROLE_CHANGED")).containsExactly("boris");
		assertThat(found("&account=ANNA")).containsExactly("crm import", "boris");
		assertThat(found("&address=2001:db8::2")).isEmpty();
		assertThat(found("&address=10.0.0.2")).containsExactly("=HYPERLINK(&quot;x&quot;)");
		assertThat(found("&account=anna&kind=SIGNED_OUT")).isEmpty();
		assertThat(subjects(admin().get("/audit?from=2026-01-07&to=2026-01-07").body())).containsExactly("crm import");
		assertThat(subjects(admin().get("/audit?from=2026-01-07&to=2026-01-07", "Cookie", "zone=Asia/Tokyo").body()))
			.isEmpty();
	}

	@Test
	void searchesTheBeginningsOfWords() {
		assertThat(found("&q=bor")).containsExactly("boris");
		assertThat(found("&q=ANNA+crm")).containsExactly("crm import");
		assertThat(found("&q=example.com")).containsExactly("crm import");
		assertThat(found("&q=hyper")).containsExactly("=HYPERLINK(&quot;x&quot;)");
		assertThat(found("&q=oris")).isEmpty();
		assertThat(found("&q=" + "%27%5C%3A%26%21+anna")).containsExactly("crm import", "boris");
		assertThat(found("&q=%28%29")).hasSize(3);
	}

	@Test
	void searchesForVeryLongWords() {
		assertThat(found("&q=" + "a".repeat(3000))).isEmpty();
		assertThat(found("&q=" + "%D1%8F".repeat(1200))).isEmpty();
	}

	@Test
	void explainsInvalidFilters() {
		assertThat(admin().get("/audit?kind=x&from=2026-13-01").body()).contains("“x” isn’t a valid event",
				"“2026-13-01” isn’t a valid date");
		assertThat(admin().get("/audit?from=2026-02-01&to=2026-01-01").body())
			.contains("This day is before the first day.");
		assertThat(admin().get("/audit/audit.csv?kind=x").statusCode()).isEqualTo(400);
		assertThat(admin().get("/audit?q=nobody-has-this").body()).contains("No event matches all of these filters");
	}

	@Test
	void pagesByKeyAndAnswersHtmxWithTheTable() {
		String first = admin().get("/audit?account=viktor").body();
		String second = admin().get(next(first)).body();
		String third = admin().get(next(second), "HX-Request", "true").body();
		assertThat(subjects(first).getFirst()).isEqualTo("number 120");
		assertThat(subjects(second)).hasSize(50).startsWith("number 70");
		assertThat(subjects(third)).hasSize(20).endsWith("number 1");
		assertThat(third.strip()).startsWith("<div id=\"table\"").doesNotContain("<html");
	}

	@Test
	void exportsTheFilteredEventsAsCsvWithoutFormulas() {
		String csv = admin().get("/audit/audit.csv?from=2026-01-01&to=2026-01-31").body();
		assertThat(csv).isEqualTo("""
				\uFEFFtime (UTC yyyy-mm-dd hh:mm:ss),event,account,subject,detail,address,device
				2026-01-07 23:30:00,TOKEN_CREATED,Anna,crm import,EDITOR; sales@example.com,,\
				Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120 Safari/537.36
				2026-01-06 10:00:00,SIGN_IN_FAILED,,"'=HYPERLINK(""x"")",,10.0.0.2,
				2026-01-05 10:00:00,ROLE_CHANGED,anna,boris,VIEWER to EDITOR,10.0.0.1,curl/8.5
				""");
		String quoted = admin().get("/audit/audit.csv?account=%27%3B+DROP+TABLE+x%3B--&q=%27+%24").body();
		assertThat(quoted.lines()).hasSize(1);
	}

	@Test
	void recordsLinksAndSignUps() {
		Pages editor = this.signedIn.as(TestAccount.EDITOR);
		String report = editor
			.post("/reports?month=2026-01", Map.of("place", "LINK", "ttl", "7d", "separator", "COMMA"))
			.headers()
			.firstValue("Location")
			.orElseThrow();
		editor.post(report + "/revoke", Map.of());
		editor.post(report + "/revoke", Map.of());
		this.api.post("/users/sign-up", """
				{"login": "newcomer", "email": "newcomer@example.com", "password": "long enough"}""");
		assertThat(this.database.jdbc()
			.sql("SELECT concat_ws(' ', kind, login, subject, detail) FROM audit_events WHERE kind ~ 'LINK|CREATED' "
					+ "AND at > now() - interval '1 hour' ORDER BY id")
			.query(String.class)
			.list()).containsExactly("LINK_CREATED editor history_2026-01_UTC.csv link",
					"LINK_REVOKED editor history_2026-01_UTC.csv link", "ACCOUNT_CREATED newcomer sign-up");
	}

	private static String withPlainSpaces(String page) {
		return page.replaceAll("[\u00a0\u202f]", " ");
	}

	private Pages admin() {
		return this.signedIn.as(TestAccount.ADMIN);
	}

	private List<String> found(String filter) {
		return subjects(admin().get(JANUARY + filter).body());
	}

	private static List<String> subjects(String page) {
		return SUBJECT.matcher(page).results().map((MatchResult subject) -> subject.group(1)).toList();
	}

	private static String next(String page) {
		return NEXT.matcher(page).results().findFirst().orElseThrow().group(1).replace("&amp;", "&");
	}

}
