package dev.segmentation.account.link.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.segmentation.shared.Role;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Person;
import dev.segmentation.support.SignedIn;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Invitations by one-time links.
 */
@HttpTest
class InvitationTests {

	private static final AtomicInteger counter = new AtomicInteger();

	@Autowired
	Api api;

	@Autowired
	SignedIn signedIn;

	@Autowired
	TestDatabase database;

	private final String email = "guest-" + counter.incrementAndGet() + "@example.com";

	private final String login = "guest-" + counter.incrementAndGet();

	@Test
	void makesAnAccountWithTheChosenLoginAndPassword() {
		OneTimeLink link = invite("EDITOR");
		Pages stranger = new Pages(this.api);
		assertThat(stranger.get(link.path()).body()).contains("Create your account", this.email, "Editor");
		HttpResponse<String> joined = link.use(stranger, this.login, OneTimeLink.PASSWORD);
		assertThat(joined.headers().firstValue("Location")).hasValue("/login?joined");
		assertThat(stranger.get("/login?joined").body()).contains("Your account was created.",
				"value=\"" + this.login + "\"");
		assertThat(stranger.get("/login?joined", "Accept-Language", "ru").body()).contains("Учётная запись создана.");
		// The blanks around the password belong to it.
		assertThat(stranger.signIn(this.login, OneTimeLink.PASSWORD.strip()).get("/").statusCode()).isEqualTo(302);
		assertThat(stranger.signIn(this.login, OneTimeLink.PASSWORD).get("/segments/new").statusCode()).isEqualTo(200);
		assertThat(jdbc().sql("SELECT email || ' ' || role FROM accounts WHERE login = ?")
			.param(this.login)
			.query(String.class)
			.single()).isEqualTo(this.email + " EDITOR");
		assertThat(jdbc().sql("SELECT kind FROM audit_events WHERE subject IN (?, ?) ORDER BY id")
			.param(this.email)
			.param(this.login)
			.query(String.class)
			.list()).startsWith("ACCOUNT_INVITED", "ACCOUNT_CREATED");
	}

	@Test
	void takesTheAddressFromAnAccountThatHasNotConfirmedIt() {
		OneTimeLink link = invite("VIEWER");
		Person blocker = Person.add(jdbc(), Role.VIEWER);
		blocker.signIn(this.api).post("/account", Map.of("email", this.email));
		assertThat(emailOf(blocker.login())).contains(this.email);
		assertThat(link.use(new Pages(this.api), this.login, OneTimeLink.PASSWORD).statusCode()).isEqualTo(302);
		assertThat(emailOf(this.login)).contains(this.email);
		assertThat(emailOf(blocker.login())).isEmpty();
		assertThat(
				jdbc().sql("SELECT detail FROM audit_events WHERE kind = 'PROFILE_CHANGED' AND subject = ? ORDER BY id")
					.param(blocker.login())
					.query(String.class)
					.list())
			.containsExactly(blocker.login() + "@example.com → " + this.email,
					this.email + " → –, confirmed by " + this.login);
		assertThat(inviteAgain(this.email).body()).contains("An account with this e-mail already exists");
	}

	@Test
	void invitesAnAddressThatAnAccountHasNotConfirmed() {
		Person.add(jdbc(), Role.VIEWER).signIn(this.api).post("/account", Map.of("email", this.email));
		assertThat(invite("VIEWER").path()).isNotEmpty();
	}

	private Optional<String> emailOf(String account) {
		return jdbc().sql("SELECT coalesce(email, '') FROM accounts WHERE login = ?")
			.param(account)
			.query(String.class)
			.optional()
			.filter((found) -> !found.isEmpty());
	}

	@Test
	void worksOnce() {
		OneTimeLink link = invite("VIEWER");
		link.use(new Pages(this.api), this.login, OneTimeLink.PASSWORD);
		assertOver(link);
	}

	@Test
	void makesOneAccountForTwoRequestsAtTheSameTime() {
		OneTimeLink link = invite("VIEWER");
		List<CompletableFuture<Integer>> both = Stream.of(this.login, this.login + "-2")
			.map((name) -> CompletableFuture
				.supplyAsync(() -> link.use(new Pages(this.api), name, OneTimeLink.PASSWORD).statusCode()))
			.toList();
		assertThat(both.stream().map(CompletableFuture::join)).containsOnlyOnce(302);
		assertThat(jdbc().sql("SELECT count(*) FROM accounts WHERE email = ?")
			.param(this.email)
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void expiresAfterThreeDays() {
		OneTimeLink link = invite("VIEWER");
		assertThat(jdbc().sql("SELECT expires_at - made_at = interval '72 hours' FROM account_links WHERE address = ?")
			.param(this.email)
			.query(Boolean.class)
			.single()).isTrue();
		jdbc().sql("UPDATE account_links SET expires_at = now() WHERE address = ?").param(this.email).update();
		assertOver(link);
		OneTimeLink renewed = OneTimeLink.of(admin().post(invitation() + "/renew", Map.of()));
		assertOver(link);
		assertThat(new Pages(this.api).get(renewed.path()).statusCode()).isEqualTo(200);
	}

	@Test
	void isRevoked() {
		OneTimeLink link = invite("VIEWER");
		String invitation = invitation();
		admin().post(invitation + "/revoke", Map.of());
		assertOver(link);
		assertThat(admin().post(invitation + "/renew", Map.of()).statusCode()).isEqualTo(404);
		assertThat(admin().post(invitation + "/revoke", Map.of()).statusCode()).isEqualTo(404);
	}

	@Test
	void endsWithTheAdministratorWhoMadeIt() {
		Person inviter = Person.add(jdbc(), Role.ADMIN);
		OneTimeLink link = OneTimeLink
			.of(inviter.signIn(this.api).post("/accounts/invite", Map.of("email", this.email, "role", "ADMIN")));
		assertThat(new Pages(this.api).get(link.path()).statusCode()).isEqualTo(200);
		admin().post("/accounts/selected/role", Map.of("accounts", "" + inviter.id(), "role", "VIEWER"));
		assertOver(link);
	}

	@Test
	void refusesAddressesThatAreInvited() {
		invite("VIEWER");
		assertThat(inviteAgain(this.email.toUpperCase(java.util.Locale.ROOT)).body()).contains("already invited");
		TestMember member = TestMember.signUp(this.api);
		assertThat(inviteAgain(member.login() + "@example.com").body()).contains("/account-link/");
		assertThat(inviteAgain("nobody").body()).contains("Enter a valid e-mail address");
		assertThat(inviteAgain("nobody").statusCode()).isEqualTo(422);
	}

	@Test
	void refusesALoginThatSomebodyHasOrHad() {
		Person gone = Person.add(jdbc(), Role.VIEWER);
		admin().post("/accounts/%d/delete".formatted(gone.id()), Map.of("login", gone.login()));
		OneTimeLink link = invite("VIEWER");
		for (String taken : List.of("Admin", gone.login())) {
			HttpResponse<String> refused = link.use(new Pages(this.api), taken, OneTimeLink.PASSWORD);
			assertThat(refused.statusCode()).isEqualTo(422);
			assertThat(refused.body()).contains("Another account has this login.");
		}
		assertThat(link.use(new Pages(this.api), this.login, OneTimeLink.PASSWORD).statusCode()).isEqualTo(302);
	}

	@Test
	void freesTheAddressOfADeletedAccount() {
		Person gone = Person.add(jdbc(), Role.VIEWER);
		admin().post("/accounts/%d/delete".formatted(gone.id()), Map.of("login", gone.login()));
		assertThat(inviteAgain(gone.login() + "@example.com").body()).contains("/account-link/");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			elevenchars          | must have at least 12 characters
			guest-name-of-this   | must differ from the login
			GUEST-NAME-OF-THIS   | must differ from the login
			""")
	void refusesWeakPasswords(String password, String reason) {
		HttpResponse<String> refused = invite("VIEWER").use(new Pages(this.api), "guest-name-of-this", password);
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains(reason);
	}

	@Test
	void asksForTheSamePasswordTwiceAndForALogin() {
		HttpResponse<String> refused = new Pages(this.api).post(invite("VIEWER").path(),
				Map.of("login", "x", "password", OneTimeLink.PASSWORD, "again", OneTimeLink.PASSWORD.strip()));
		assertThat(refused.body()).contains("The passwords differ.", "The login must have 2 to 64 characters");
	}

	@ParameterizedTest
	@ValueSource(strings = { "anna smith", "anna\u00a0smith" })
	void refusesALoginWithASpace(String spaced) {
		OneTimeLink link = invite("VIEWER");
		Pages stranger = new Pages(this.api);
		assertThat(link.use(stranger, spaced, OneTimeLink.PASSWORD).body()).contains("A login can’t contain spaces.");
		HttpResponse<String> russian = stranger.post(link.path(),
				Map.of("login", spaced, "password", OneTimeLink.PASSWORD, "again", OneTimeLink.PASSWORD),
				"Accept-Language", "ru");
		assertThat(russian.body()).contains("В логине не может быть пробелов.");
	}

	/** Programs of users may have sent such logins for years. */
	@Test
	void leavesTheLoginsOfTheApiAsTheyAre() {
		assertThat(this.api.post("/users/sign-up", """
				{"login": "with space", "email": "with-space@example.com", "password": "long enough"}""").status())
			.isEqualTo(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "short", "short.", "%20" })
	void saysTheSameAboutABrokenLink(String secret) {
		HttpResponse<String> page = new Pages(this.api).get("/account-link/" + secret);
		assertThat(page.statusCode()).isEqualTo(410);
		assertThat(page.body()).contains("This link no longer works");
		assertThat(new Pages(this.api).get("/account-link/" + secret, "Accept-Language", "ru").body())
			.contains("Ссылка больше не работает");
	}

	@Test
	void isKeptAsAHashOnly() {
		OneTimeLink link = invite("VIEWER");
		String secret = link.path().substring("/account-link/".length());
		List<String> tables = jdbc().sql("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'")
			.query(String.class)
			.list();
		assertThat(tables).contains("account_links", "idempotency_keys", "audit_events");
		for (String table : tables) {
			String hex = java.util.HexFormat.of().formatHex(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8));
			assertThat(
					jdbc().sql("SELECT count(*) FROM %s AS t WHERE t::text LIKE ? OR t::text LIKE ?".formatted(table))
						.param("%" + secret + "%")
						.param("%" + hex + "%")
						.query(Long.class)
						.single())
				.as(table)
				.isZero();
		}
	}

	private OneTimeLink invite(String role) {
		HttpResponse<String> made = admin().post("/accounts/invite",
				Map.of("email", this.email, "role", role, "_key", this.email));
		assertThat(made.body()).contains("It is shown only now");
		return OneTimeLink.of(made);
	}

	private HttpResponse<String> inviteAgain(String address) {
		return admin().post("/accounts/invite", Map.of("email", address, "role", "VIEWER"));
	}

	private String invitation() {
		return "/accounts/invitations/" + jdbc().sql("SELECT id FROM account_links WHERE address = ?")
			.param(this.email)
			.query(Long.class)
			.single();
	}

	private void assertOver(OneTimeLink link) {
		Pages stranger = new Pages(this.api);
		assertThat(stranger.get(link.path()).statusCode()).isEqualTo(410);
		HttpResponse<String> used = link.use(stranger, this.login + "-late", OneTimeLink.PASSWORD);
		assertThat(used.statusCode()).isEqualTo(410);
		assertThat(used.body()).contains("This link no longer works");
	}

	private Pages admin() {
		return this.signedIn.as(TestAccount.ADMIN);
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
