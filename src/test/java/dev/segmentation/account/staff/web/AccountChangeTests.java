package dev.segmentation.account.staff.web;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import dev.segmentation.database.Backend;
import dev.segmentation.shared.Role;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Person;
import dev.segmentation.support.SignedIn;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestMember;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What administrators change about accounts, and when it takes effect.
 */
@HttpTest
class AccountChangeTests {

	/** One second, and the time of a request on a busy machine. */
	private static final Duration NOTICED = Duration.ofMillis(2000);

	@Autowired
	Api api;

	@Autowired
	SignedIn signedIn;

	@Autowired
	TestDatabase database;

	@AfterEach
	void keepOneAdministrator() {
		jdbc().sql("UPDATE accounts SET role = 'VIEWER' WHERE role = 'ADMIN' AND login <> 'admin'").update();
	}

	@Test
	void explainsThatTheOwnAccountIsForAnotherAdministrator() {
		for (String path : new String[] { "/accounts/selected/role?accounts=1&accounts=2",
				"/accounts/selected/disable?accounts=1", "/accounts/1/delete" }) {
			assertThat(this.signedIn.as(TestAccount.ADMIN).get(path).body()).contains("This is your own account.")
				.doesNotContain("class=\"form\"");
			assertThat(this.signedIn.as(TestAccount.ADMIN).get(path, "Accept-Language", "ru").body())
				.contains("Это ваша учётная запись.");
		}
	}

	@Test
	void aNewRoleHoldsForTheOpenSessionAndToken() {
		Person person = Person.add(jdbc(), Role.VIEWER);
		Pages browser = person.signIn(this.api);
		Api token = this.api.as(person.login(), TestAccount.PASSWORD);
		assertThat(browser.get("/segments/new").statusCode()).isEqualTo(403);
		changeRole("EDITOR", person);
		await().atMost(NOTICED).until(() -> browser.get("/segments/new").statusCode() == 200);
		await().atMost(NOTICED).until(() -> token.post("/segments/create", "{").status() == 400);
		changeRole("VIEWER", person);
		await().atMost(NOTICED).until(() -> browser.get("/segments/new").statusCode() == 403);
		await().atMost(NOTICED).until(() -> token.post("/segments/create", "{").status() == 403);
		assertThat(audited("ROLE_CHANGED", person)).containsExactly("VIEWER to EDITOR", "EDITOR to VIEWER");
	}

	@Test
	void aDisabledAccountHasNoSessionAndNoTokenAndCannotSignIn() {
		Person person = Person.add(jdbc(), Role.EDITOR);
		Pages browser = person.signIn(this.api);
		Api token = this.api.as(person.login(), TestAccount.PASSWORD);
		assertThat(token.get("/segments").status()).isEqualTo(200);
		disable(person);
		assertThat(sessions(person)).isZero();
		await().atMost(NOTICED).until(() -> browser.get("/").statusCode() == 302);
		await().atMost(NOTICED).until(() -> token.get("/segments").status() == 401);
		assertThat(
				new Pages(this.api).post("/login", Map.of("username", person.login(), "password", TestAccount.PASSWORD))
					.statusCode())
			.isEqualTo(422);
		admin().post("/accounts/%d/enable".formatted(person.id()), Map.of());
		assertThat(person.signIn(this.api).get("/").statusCode()).isEqualTo(200);
		assertThat(audited("ACCOUNT_DISABLED", person)).hasSize(1);
		assertThat(audited("ACCOUNT_ENABLED", person)).hasSize(1);
	}

	@Test
	void signsOutEverywhereWithoutDisabling() {
		Person person = Person.add(jdbc(), Role.EDITOR);
		Pages browser = person.signIn(this.api);
		this.api.as(person.login(), TestAccount.PASSWORD);
		assertThat(sessions(person)).isEqualTo(2);
		admin().post("/accounts/%d/sign-out".formatted(person.id()), Map.of());
		assertThat(sessions(person)).isZero();
		assertThat(browser.get("/").statusCode()).isEqualTo(302);
		assertThat(person.signIn(this.api).get("/").statusCode()).isEqualTo(200);
		assertThat(audited("SESSIONS_ENDED", person)).hasSize(1);
	}

	@Test
	void deletesAfterTheLoginIsTypedAndKeepsTheRow() {
		Person person = Person.add(jdbc(), Role.EDITOR);
		Pages browser = person.signIn(this.api);
		String path = "/accounts/%d/delete".formatted(person.id());
		HttpResponse<String> mistyped = admin().post(path, Map.of("login", "somebody"));
		assertThat(mistyped.statusCode()).isEqualTo(422);
		assertThat(mistyped.body()).contains("The login doesn’t match.");
		assertThat(admin().post(path, Map.of("login", person.login())).statusCode()).isEqualTo(302);
		assertThat(row(person, "NOT enabled AND deleted_at IS NOT NULL AND email IS NULL AND password_hash IS NULL"))
			.isTrue();
		assertThat(row(person, "login = '%s'".formatted(person.login()))).isTrue();
		await().atMost(NOTICED).until(() -> browser.get("/").statusCode() == 302);
		assertThat(admin().get("/accounts/" + person.id()).statusCode()).isEqualTo(404);
		assertThat(admin().post("/accounts/%d/enable".formatted(person.id()), Map.of()).statusCode()).isEqualTo(404);
		assertThat(audited("ACCOUNT_DELETED", person)).hasSize(1);
	}

	@Test
	void deletesTheAccountOfAMember() {
		TestMember member = TestMember.signUp(this.api);
		long id = jdbc().sql("SELECT id FROM accounts WHERE login = ?")
			.param(member.login())
			.query(Long.class)
			.single();
		admin().post("/accounts/%d/delete".formatted(id), Map.of("login", member.login()));
		await().atMost(NOTICED)
			.until(() -> member.api().get("/users/active_segments?user_id=" + member.userId()).status() == 401);
		assertThat(
				jdbc().sql("SELECT count(*) FROM users WHERE id = ?").param(member.userId()).query(Long.class).single())
			.isOne();
	}

	@Test
	void changesSeveralAtOnce() {
		Person one = Person.add(jdbc(), Role.VIEWER);
		Person two = Person.add(jdbc(), Role.EDITOR);
		assertThat(admin().get("/accounts/selected/role?accounts=%d&accounts=%d".formatted(one.id(), two.id())).body())
			.contains(one.login(), two.login());
		Pages admin = new Pages(this.api).signIn(TestAccount.ADMIN);
		post(admin, "/accounts/selected/role", "role=EDITOR", one, two);
		assertThat(admin.get("/accounts").body()).contains("The role of 1 account was changed.");
		post(admin, "/accounts/selected/disable", "", one, two);
		assertThat(admin.get("/accounts").body()).contains("2 accounts were disabled.");
		assertThat(row(one, "role = 'EDITOR' AND NOT enabled") && row(two, "NOT enabled")).isTrue();
	}

	@Test
	void asksForARoleAndForAccounts() {
		Person person = Person.add(jdbc(), Role.VIEWER);
		HttpResponse<String> roleless = post(admin(), "/accounts/selected/role", "", person);
		assertThat(roleless.statusCode()).isEqualTo(422);
		assertThat(roleless.body()).contains("Choose a role.");
		assertThat(admin().post("/accounts/selected/disable", Map.of()).body()).contains("Select accounts first.");
	}

	@Test
	void givesMembersNoOtherRoleAndStaffNotTheirs() {
		TestMember member = TestMember.signUp(this.api);
		Person person = Person.add(jdbc(), Role.VIEWER);
		long id = jdbc().sql("SELECT id FROM accounts WHERE login = ?")
			.param(member.login())
			.query(Long.class)
			.single();
		Pages admin = new Pages(this.api).signIn(TestAccount.ADMIN);
		post(admin, "/accounts/selected/role", "role=ADMIN", new Person(id, member.login()), person);
		assertThat(admin.get("/accounts").body()).contains("They can’t become staff.");
		post(admin, "/accounts/selected/role", "role=MEMBER", person);
		assertThat(admin.get("/accounts/" + person.id()).body()).contains("They can’t become staff.");
		assertThat(row(person, "role = 'VIEWER'")).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "/accounts/selected/role, accounts=1&role=VIEWER", "/accounts/selected/disable, accounts=1",
			"/accounts/1/delete, login=admin" })
	void keepsTheOwnAccountAndTheLastAdministrator(String path, String form) {
		Pages admin = new Pages(this.api).signIn(TestAccount.ADMIN);
		String token = "&_csrf=" + admin.token();
		assertThat(admin.postWithoutToken(path, form + token).statusCode()).isEqualTo(302);
		assertThat(admin.get("/accounts/1").body()).contains("You are the last enabled administrator.");
		Person.add(jdbc(), Role.ADMIN);
		admin.postWithoutToken(path, form + token);
		assertThat(admin.get("/accounts/1").body()).contains("You can’t demote, disable or delete your own account");
		assertThat(row(new Person(1, "admin"), "role = 'ADMIN' AND enabled AND deleted_at IS NULL")).isTrue();
	}

	@Test
	void keepsOneOfTwoAdministratorsWhoDemoteEachOtherAtOnce() throws Exception {
		raceOfAdministrators("/accounts/selected/role", "role=VIEWER");
	}

	@Test
	void keepsOneOfTwoAdministratorsWhoDisableEachOtherAtOnce() throws Exception {
		raceOfAdministrators("/accounts/selected/disable", "");
	}

	/**
	 * Both requests pass the check of the role, and wait for the lock. Then both go on.
	 */
	private void raceOfAdministrators(String path, String form) throws Exception {
		Person one = Person.add(jdbc(), Role.ADMIN);
		Person two = Person.add(jdbc(), Role.ADMIN);
		Pages first = one.signIn(this.api);
		Pages second = two.signIn(this.api);
		jdbc().sql("UPDATE accounts SET role = 'VIEWER' WHERE login = 'admin'").update();
		try (Backend holder = new Backend(this.database)) {
			holder.jdbc().sql("SELECT FROM accounts WHERE role = 'ADMIN' FOR UPDATE").query((row) -> {
			});
			List<CompletableFuture<HttpResponse<String>>> both = List.of(
					CompletableFuture.supplyAsync(() -> post(first, path, form, two)),
					CompletableFuture.supplyAsync(() -> post(second, path, form, one)));
			await().until(() -> waiting() == 2);
			holder.rollback();
			List<Integer> answers = both.stream().map(CompletableFuture::join).map(HttpResponse::statusCode).toList();
			assertThat(answers).containsExactlyInAnyOrder(302, 403);
		}
		finally {
			jdbc().sql("UPDATE accounts SET role = 'ADMIN' WHERE login = 'admin'").update();
		}
		assertThat(Stream.of(one, two).filter((person) -> row(person, "role = 'ADMIN' AND enabled"))).hasSize(1);
	}

	private long waiting() {
		return jdbc().sql("""
				SELECT count(*) FROM pg_stat_activity
				WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FROM accounts%'
				""").query(Long.class).single();
	}

	private void changeRole(String role, Person person) {
		assertThat(post(admin(), "/accounts/selected/role", "role=" + role, person).statusCode()).isEqualTo(302);
	}

	private void disable(Person person) {
		assertThat(post(admin(), "/accounts/selected/disable", "", person).statusCode()).isEqualTo(302);
	}

	private static HttpResponse<String> post(Pages pages, String path, String form, Person... people) {
		StringBuilder fields = new StringBuilder(form);
		for (Person person : people) {
			fields.append("&accounts=").append(person.id());
		}
		return pages.postWithoutToken(path, fields + "&_csrf=" + pages.token());
	}

	private long sessions(Person person) {
		return jdbc().sql("""
				SELECT (SELECT count(*) FROM sessions WHERE principal_name = :login)
				    + (SELECT count(*) FROM refresh_tokens WHERE account_id = :id)
				""").param("login", person.login()).param("id", person.id()).query(Long.class).single();
	}

	private boolean row(Person person, String condition) {
		return jdbc().sql("SELECT %s FROM accounts WHERE id = ?".formatted(condition))
			.param(person.id())
			.query(Boolean.class)
			.single();
	}

	private List<String> audited(String kind, Person subject) {
		return jdbc().sql("SELECT coalesce(detail, '') FROM audit_events WHERE kind = ? AND subject = ? ORDER BY id")
			.param(kind)
			.param(subject.login())
			.query(String.class)
			.list();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

	private Pages admin() {
		return this.signedIn.as(TestAccount.ADMIN);
	}

}
