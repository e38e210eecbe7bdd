package dev.segmentation.account.factor.web;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import dev.segmentation.account.factor.web.Staff.App;
import dev.segmentation.shared.Role;
import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The second step of a sign-in: codes of an app, and recovery codes.
 */
@HttpTest
class SecondStepTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@ParameterizedTest
	@ValueSource(strings = { "/", "/segments", "/account/passkeys", "/account/app" })
	void opensNoPageBetweenTheSteps(String path) {
		Staff staff = add("between-" + path.length());
		staff.setUpApp(staff.enterPassword());
		Pages half = staff.enterPassword();
		HttpResponse<String> answer = half.get(path);
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(location(answer)).startsWith("/login");
		assertThat(half.post("/account/app/remove", Map.of()).statusCode()).isEqualTo(302);
		assertThat(sessionsOf(staff)).isEqualTo(1);
	}

	@Test
	void refusesACodeAfterThePasswordWasReset() {
		Staff staff = add("reset-between");
		App app = staff.setUpApp(staff.enterPassword());
		Pages half = staff.enterPassword();
		long id = this.database.jdbc()
			.sql("SELECT id FROM accounts WHERE login = 'reset-between'")
			.query(Long.class)
			.single();
		new Pages(this.api).signIn(TestAccount.ADMIN).post("/accounts/" + id + "/reset", Map.of());
		await().untilAsserted(() -> assertThat(location(half.post("/login/code", Map.of("code", app.code(1)))))
			.isEqualTo("/login?ended"));
		assertThat(sessionsOf(staff)).isZero();
	}

	@Test
	void asksForThePasswordBeforeANewFactorAfterTenMinutes() {
		Staff staff = add("an-hour-ago");
		Pages pages = signedInAnHourAgo(staff);
		assertThat(pages.get("/account/passkeys").body()).contains("href=\"/account/confirm\"")
			.doesNotContain("Set up app", "data-passkey=\"create\"");
		for (String path : List.of("/account/app", "/account/app/confirm", "/account/passkeys",
				"/account/passkeys/options", "/account/recovery-codes")) {
			assertThat(location(pages.post(path, Map.of("code", "1")))).isEqualTo("/account/confirm");
		}
		assertThat(pages.post("/account/confirm", Map.of("present", "wrong password")).body())
			.contains("present-error");
		assertThat(location(pages.post("/account/app", Map.of()))).isEqualTo("/account/confirm");
		assertThat(location(pages.post("/account/confirm", Map.of("present", TestAccount.PASSWORD))))
			.isEqualTo("/account/passkeys");
		assertThat(staff.setUpApp(pages).recoveryCodes()).isNotEmpty();
	}

	/**
	 * The remembered browser begins a new session, which knows when the person signed in.
	 */
	private Pages signedInAnHourAgo(Staff staff) {
		Pages pages = new Pages(this.api);
		pages.post("/login", Map.of("username", staff.login(), "password", TestAccount.PASSWORD, "remember", "true"));
		this.database.jdbc()
			.sql("UPDATE refresh_tokens SET started_at = started_at - interval '1 hour' "
					+ "WHERE account_id = (SELECT id FROM accounts WHERE login = ?)")
			.param(staff.login())
			.update();
		this.database.jdbc().sql("DELETE FROM sessions WHERE principal_name = ?").param(staff.login()).update();
		return pages;
	}

	@Test
	void signsInWithTheCodeOfTheAppAndLeadsBack() {
		Staff staff = add("right");
		App app = staff.setUpApp(staff.enterPassword());
		Pages pages = new Pages(this.api);
		HttpResponse<String> asked = pages.post("/login",
				Map.of("username", "right", "password", TestAccount.PASSWORD, "back", "/history?cause=api"));
		assertThat(asked.statusCode()).isEqualTo(200);
		assertThat(asked.body()).contains("Confirm your sign-in", "name=\"back\" value=\"/history?cause=api\"");
		HttpResponse<String> done = pages.post("/login/code",
				Map.of("code", app.code(1), "back", "/history?cause=api"));
		assertThat(location(done)).isEqualTo("/history?cause=api");
		assertThat(pages.get("/history?cause=api").body()).contains(">right</bdi>");
	}

	@Test
	void startsANewSessionWithTheSecondStep() {
		Staff staff = add("fresh");
		App app = staff.setUpApp(staff.enterPassword());
		Pages pages = staff.enterPassword();
		List<String> before = sessions();
		pages.post("/login/code", Map.of("code", app.code(1)));
		assertThat(pages.get("/").statusCode()).isEqualTo(200);
		assertThat(sessions()).doesNotContainAnyElementsOf(before.subList(before.size() - 1, before.size()))
			.hasSameSizeAs(before);
	}

	@Test
	void keepsAFormOverBothSteps() {
		Staff staff = add("kept");
		App app = staff.setUpApp(staff.enterPassword());
		Pages pages = new Pages(this.api);
		HttpResponse<String> asked = pages.post("/login", Map.of("username", "kept", "password", TestAccount.PASSWORD,
				"keptAction", "/segments/new", "keptFields", "name=KEPT"));
		assertThat(asked.body()).contains("name=\"keptFields\" value=\"name=KEPT\"");
		HttpResponse<String> offer = pages.post("/login/code",
				Map.of("code", app.code(1), "keptAction", "/segments/new", "keptFields", "name=KEPT"));
		assertThat(offer.body()).contains("Send your input now?", "name=\"name\" value=\"KEPT\"");
	}

	@Test
	void remembersTheBrowserAfterTheSecondStep() {
		Staff staff = add("remembered");
		App app = staff.setUpApp(staff.enterPassword());
		Pages pages = new Pages(this.api);
		HttpResponse<String> asked = pages.post("/login",
				Map.of("username", "remembered", "password", TestAccount.PASSWORD, "remember", "true"));
		assertThat(asked.body()).contains("name=\"remember\" value=\"true\"");
		assertThat(asked.headers().allValues("Set-Cookie")).noneMatch((cookie) -> cookie.startsWith("remember="));
		pages.post("/login/code", Map.of("code", app.code(1), "remember", "true"));
		this.database.jdbc().sql("DELETE FROM sessions WHERE principal_name = 'remembered'").update();
		assertThat(pages.get("/").statusCode()).isEqualTo(200);
		assertThat(this.database.jdbc()
			.sql("SELECT detail FROM audit_events WHERE kind = 'SIGNED_IN' AND login = 'remembered' ORDER BY id")
			.query(String.class)
			.list()).containsExactly("password", "password and code", "remembered");
	}

	@Test
	void acceptsEachCodeOnce() {
		Staff staff = add("replay");
		App app = staff.setUpApp(staff.enterPassword());
		String code = app.code(1);
		assertThat(enter(staff.enterPassword(), code).statusCode()).isEqualTo(302);
		HttpResponse<String> again = enter(staff.enterPassword(), code);
		assertThat(again.statusCode()).isEqualTo(422);
		assertThat(again.body()).contains("This code is wrong, or it was used already.");
	}

	@Test
	void acceptsACodeOnceFromTwoBrowsersAtTheSameTime() {
		Staff staff = add("race");
		App app = staff.setUpApp(staff.enterPassword());
		String code = app.code(1);
		List<Integer> answers = IntStream.range(0, 4)
			.mapToObj((browser) -> staff.enterPassword())
			.toList()
			.parallelStream()
			.map((pages) -> enter(pages, code).statusCode())
			.toList();
		assertThat(answers).containsOnlyOnce(302).containsOnly(302, 422);
	}

	@Test
	void makesAnAccountWaitAfterFiveWrongCodes() {
		Staff staff = add("guesser");
		App app = staff.setUpApp(staff.enterPassword());
		Pages pages = staff.enterPassword();
		for (int wrong = 0; wrong < 5; wrong++) {
			assertThat(enter(pages, app.wrongCode()).statusCode()).isEqualTo(422);
		}
		HttpResponse<String> wait = enter(pages, app.code(1));
		assertThat(wait.statusCode()).isEqualTo(429);
		assertThat(seconds(wait)).isBetween(1L, 30L);
		assertThat(wait.body()).contains("Too many wrong codes. Try again in ");
		assertThat(enter(staff.enterPassword(), app.recoveryCodes().getFirst()).statusCode()).isEqualTo(429);
		endWait(staff);
		assertThat(enter(pages, app.wrongCode()).statusCode()).isEqualTo(422);
		assertThat(seconds(enter(pages, app.code(1)))).isBetween(31L, 60L);
		endWait(staff);
		assertThat(enter(pages, app.code(1)).statusCode()).isEqualTo(302);
		assertThat(attempts(staff)).isZero();
	}

	@Test
	void countsWrongCodesThatAreSentAtTheSameTime() {
		Staff staff = add("parallel");
		App app = staff.setUpApp(staff.enterPassword());
		List<Pages> browsers = IntStream.range(0, 8).mapToObj((browser) -> staff.enterPassword()).toList();
		List<Integer> answers = browsers.parallelStream()
			.map((pages) -> enter(pages, app.wrongCode()).statusCode())
			.toList();
		assertThat(answers.stream().filter((status) -> status == 422)).hasSize(5);
		assertThat(answers).containsOnly(422, 429);
	}

	@Test
	void acceptsEachRecoveryCodeOnce() {
		Staff staff = add("lost");
		App app = staff.setUpApp(staff.enterPassword());
		assertThat(app.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
		String code = app.recoveryCodes().getFirst();
		Pages pages = staff.enterPassword();
		assertThat(enter(pages, code.replace("-", " ").toUpperCase(Locale.ROOT)).statusCode()).isEqualTo(302);
		assertThat(enter(staff.enterPassword(), code).statusCode()).isEqualTo(422);
		assertThat(staff.audited()).contains("RECOVERY_CODE_USED lost");
		assertThat(pages.get("/account/passkeys").body()).contains("9 codes left");
	}

	@Test
	void recordsPasswordsAndCodesThatSignNobodyIn() {
		Staff staff = add("watched");
		App app = staff.setUpApp(staff.enterPassword());
		String[] address = { "X-Forwarded-For", "198.51.100.1" };
		staff.enterPassword().post("/login/code", Map.of("code", app.wrongCode()), address);
		this.api.call("POST", "/users/sign-in",
				"{\"login\": \"watched\", \"password\": \"%s\"}".formatted(TestAccount.PASSWORD), address);
		assertThat(staff.audited()).containsSubsequence("SECOND_STEP_ASKED password",
				"SIGN_IN_FAILED password, wrong code", "SIGN_IN_FAILED password, no second factor");
	}

	@Test
	void replacesTheRecoveryCodes() {
		Staff staff = add("renewed");
		Pages pages = staff.enterPassword();
		App app = staff.setUpApp(pages);
		assertThat(pages.post("/account/recovery-codes", Map.of()).body()).contains("They are shown only now");
		assertThat(enter(staff.enterPassword(), app.recoveryCodes().getFirst()).statusCode()).isEqualTo(422);
		assertThat(pages.get("/account/passkeys").body()).contains("10 codes left");
		assertThat(staff.audited()).contains("RECOVERY_CODES_RENEWED renewed");
	}

	@Test
	void storesNeitherSecretsNorRecoveryCodes() {
		Staff staff = add("secret");
		App app = staff.setUpApp(staff.enterPassword());
		byte[] kept = this.database.jdbc()
			.sql("SELECT secret FROM authenticator_apps WHERE account_id = ?")
			.param(staff.id())
			.query(byte[].class)
			.single();
		assertThat(new String(kept, StandardCharsets.ISO_8859_1))
			.doesNotContain(new String(app.secret(), StandardCharsets.ISO_8859_1));
		List<String> answers = this.database.jdbc()
			.sql("SELECT convert_from(body, 'UTF8') FROM idempotency_keys WHERE body IS NOT NULL")
			.query(String.class)
			.list();
		assertThat(answers).noneMatch((answer) -> answer.contains(app.recoveryCodes().getFirst()));
	}

	@Test
	void asksForThePasswordAgainAfterTheAccountWasDisabled() {
		Staff staff = add("disabled");
		App app = staff.setUpApp(staff.enterPassword());
		Pages pages = staff.enterPassword();
		this.database.jdbc().sql("UPDATE accounts SET enabled = false WHERE id = ?").param(staff.id()).update();
		// An account is cached for a second.
		await().until(() -> location(enter(pages, app.code(1))).equals("/login?ended"));
		await().until(() -> pages.get("/").statusCode() == 302);
	}

	@Test
	void requiresATokenOfThePageForEachStep() {
		Pages pages = new Pages(this.api);
		for (String path : List.of("/login/code", "/login/passkey", "/login/passkey/options")) {
			assertThat(pages.postWithoutToken(path, "code=1").statusCode()).as(path).isNotEqualTo(200);
		}
		assertThat(location(enter(pages, "123456"))).isEqualTo("/login?ended");
		assertThat(location(pages.get("/login/code"))).isEqualTo("/login");
	}

	@Test
	void asksForAPasskeyOfTheHostNameThatTheBrowserSees() {
		Pages pages = new Pages(this.api);
		String[] headers = { "Accept", "application/json", "X-Forwarded-Proto", "https", "X-Forwarded-Host",
				"segments.example.com" };
		String options = pages.post("/login/passkey/options", Map.of(), headers).body();
		assertThat(options).contains("\"rpId\":\"segments.example.com\"", "\"userVerification\":\"required\"");
		assertThat(pages.post("/login/passkey/options", Map.of(), headers).body()).isNotEqualTo(options);
	}

	@Test
	void refusesAPasskeyThatNobodyAskedFor() {
		Pages pages = new Pages(this.api);
		for (String credential : List.of("", "{}", "null", "{\"id\":\"x\"}")) {
			assertThat(pages.post("/login/passkey", Map.of("credential", credential)).statusCode()).isEqualTo(422);
			pages.post("/login/passkey/options", Map.of(), "Accept", "application/json");
		}
		pages.post("/login/passkey", Map.of("credential", "{}"), "X-Forwarded-For", "198.51.100.2");
		assertThat(this.database.jdbc()
			.sql("SELECT detail FROM audit_events WHERE kind = 'SIGN_IN_FAILED' AND address = '198.51.100.2'")
			.query(String.class)
			.list()).containsExactly("passkey");
		HttpResponse<String> refused = pages.post("/login/passkey", Map.of("credential", "[]", "back", "/users"));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("This passkey can’t sign you in here.", "name=\"back\" value=\"/users\"");
	}

	@Test
	void refusesProgramsOfTheAccountInVersion1() {
		Staff staff = add("program");
		Answer before = signIn("program", TestAccount.PASSWORD);
		Api program = this.api.as("program", TestAccount.PASSWORD);
		assertThat(program.get("/segments").status()).isEqualTo(200);
		staff.setUpApp(staff.enterPassword());
		Answer refused = signIn("program", TestAccount.PASSWORD);
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.error()).isEqualTo("forbidden");
		assertThat(signIn("program", "wrong password").status()).isEqualTo(400);
		String refresh = before.header("Set-Cookie").split(";", 2)[0];
		assertThat(this.api.call("GET", "/users/refresh", null, "Cookie", refresh).error())
			.isEqualTo("session does not exist");
		await().untilAsserted(() -> assertThat(program.get("/segments").status()).isEqualTo(401));
	}

	@Test
	void signsInWithThePasswordAfterTheAppWasRemoved() {
		Staff staff = add("removed");
		Pages pages = staff.enterPassword();
		staff.setUpApp(pages);
		pages.post("/account/app/remove", Map.of());
		assertThat(staff.enterPassword().get("/").statusCode()).isEqualTo(200);
		assertThat(staff.audited()).contains("SECOND_FACTOR_ADDED removed app", "SECOND_FACTOR_REMOVED removed app");
		assertThat(this.database.jdbc()
			.sql("SELECT count(*) FROM recovery_codes WHERE account_id = ?")
			.param(staff.id())
			.query(Long.class)
			.single()).isZero();
	}

	private Staff add(String login) {
		return Staff.add(this.api, this.database, login, Role.EDITOR);
	}

	private static HttpResponse<String> enter(Pages pages, String code) {
		return pages.post("/login/code", Map.of("code", code));
	}

	private Answer signIn(String login, String password) {
		return this.api.post("/users/sign-in", "{\"login\": \"%s\", \"password\": \"%s\"}".formatted(login, password));
	}

	private static long seconds(HttpResponse<String> answer) {
		return answer.headers().firstValueAsLong("Retry-After").orElseThrow();
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElse("");
	}

	private long sessionsOf(Staff staff) {
		return this.database.jdbc()
			.sql("SELECT count(*) FROM sessions WHERE principal_name = ?")
			.param(staff.login())
			.query(Long.class)
			.single();
	}

	private List<String> sessions() {
		return this.database.jdbc()
			.sql("SELECT session_id FROM sessions ORDER BY creation_time")
			.query(String.class)
			.list();
	}

	private void endWait(Staff staff) {
		this.database.jdbc()
			.sql("UPDATE code_attempts SET next_at = now() - interval '1 second' WHERE account_id = ?")
			.param(staff.id())
			.update();
	}

	private int attempts(Staff staff) {
		return this.database.jdbc()
			.sql("SELECT failures FROM code_attempts WHERE account_id = ?")
			.param(staff.id())
			.query(Integer.class)
			.single();
	}

}
