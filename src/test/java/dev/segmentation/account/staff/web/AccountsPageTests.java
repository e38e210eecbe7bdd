package dev.segmentation.account.staff.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.SignedIn;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestMember;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The list of accounts.
 */
@HttpTest
class AccountsPageTests {

	private static final Pattern LOGIN = Pattern.compile("href=\"/accounts/(?:invitations/)?\\d+\">\\s*<bdi>([^<]+)");

	private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

	@Autowired
	Api api;

	@Autowired
	SignedIn signedIn;

	@BeforeAll
	static void addAccounts(@Autowired TestDatabase database) {
		database.jdbc().sql("""
				INSERT INTO accounts (login, email, full_name, role, enabled, last_sign_in_at)
				SELECT 'staff-' || i, 'post' || i || '@example.com', CASE i WHEN 7 THEN 'Anna Petrova' END,
				       CASE WHEN i % 2 = 0 THEN 'EDITOR' ELSE 'VIEWER' END, i % 10 <> 3,
				       CASE WHEN i % 3 = 0 THEN now() - make_interval(days => i) END
				FROM generate_series(1, 120) AS i
				""").update();
		database.jdbc().sql("""
				INSERT INTO account_links (kind, link_hash, address, staff_role, expires_at) VALUES
				    ('INVITATION', sha256('a'), 'zoe@example.com', 'EDITOR', now() + interval '1 day'),
				    ('INVITATION', sha256('b'), 'zac@example.com', 'VIEWER', now() - interval '1 day')
				""").update();
		database.jdbc().sql("""
				INSERT INTO accounts (login, role, owner_id) VALUES ('staff-token', 'EDITOR', 1)
				""").update();
		database.jdbc().sql("""
				INSERT INTO accounts (login, role, enabled, deleted_at) VALUES ('staff-gone', 'EDITOR', false, now())
				""").update();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/accounts", "/accounts/1", "/accounts/invite", "/accounts/invitations/1",
			"/accounts/selected/role?accounts=1", "/accounts/selected/disable?accounts=1", "/accounts/1/delete",
			"/accounts/1/reset" })
	void isForAdministratorsOnly(String path) {
		assertThat(admin().get(path).statusCode()).as(path).isEqualTo(200);
		assertThat(this.signedIn.as(TestAccount.EDITOR).get(path).statusCode()).isEqualTo(403);
		assertThat(this.signedIn.as(TestAccount.VIEWER).get(path).statusCode()).isEqualTo(403);
		assertThat(new Pages(this.api).get(path).headers().firstValue("Location"))
			.hasValueSatisfying((target) -> assertThat(target).startsWith("/login"));
	}

	@Test
	void showsTheMenuEntryToAdministratorsOnly() {
		assertThat(admin().get("/").body()).contains("href=\"/accounts\"");
		assertThat(this.signedIn.as(TestAccount.EDITOR).get("/").body()).doesNotContain("href=\"/accounts\"");
	}

	@Test
	void showsEachStaffAccountAndInvitationOnceOverAllPages() {
		List<String> all = read("/accounts");
		assertThat(all).hasSize(125)
			.doesNotHaveDuplicates()
			.contains("admin", "editor", "viewer", "staff-1", "staff-120", "zoe@example.com", "zac@example.com")
			.doesNotContain("staff-token", "staff-gone")
			.containsSubsequence("admin", "editor", "staff-1", "staff-99", "viewer", "zac@example.com",
					"zoe@example.com");
		for (String sort : new String[] { "role&order=asc", "role&order=desc", "seen&order=asc", "seen&order=desc",
				"login&order=desc" }) {
			assertThat(read("/accounts?sort=" + sort)).as(sort).containsExactlyInAnyOrderElementsOf(all);
		}
	}

	@Test
	void sortsByRoleAndLastSignIn() {
		assertThat(read("/accounts?sort=role&order=desc")).startsWith("admin");
		assertThat(read("/accounts?sort=seen&order=desc")).containsSubsequence("staff-3", "staff-6", "staff-120",
				"staff-1");
	}

	@ParameterizedTest
	@CsvSource({ "q=POST77@, 1", "q=petrova, 1", "q=STAFF-12, 2", "q=zoe, 1", "role=EDITOR, 62", "role=ADMIN, 1",
			"state=INVITED, 2", "state=DISABLED, 12", "state=NEVER&role=EDITOR, 40", "q=nobody, 0" })
	void searchesAndFilters(String query, int found) {
		List<String> shown = read("/accounts?" + query);
		assertThat(shown).as(query + " " + shown).hasSize(found);
	}

	@Test
	void countsWhatTheListShows() {
		assertThat(admin().get("/accounts").body()).contains("id=\"count\">125<", "50 of 125");
		assertThat(admin().get("/accounts?q=petrova").body()).contains("1 of 1<", "Filters: 1");
		assertThat(admin().get("/accounts?state=INVITED", "Accept-Language", "ru").body()).contains("2 из 2<",
				"Фильтры: 1");
	}

	@Test
	void showsStates() {
		assertThat(admin().get("/accounts?q=zac").body()).contains("Invitation expired");
		assertThat(admin().get("/accounts?q=zoe").body()).contains("Invited");
		assertThat(admin().get("/accounts?q=staff-103").body()).contains("Disabled", "never signed in");
		assertThat(admin().get("/accounts?q=nobody").body()).contains("No matching accounts").doesNotContain("0 of 0");
	}

	@Test
	void showsWhoHasASecondFactor(@Autowired TestDatabase database) {
		long id = database.jdbc().sql("SELECT id FROM accounts WHERE login = 'staff-20'").query(Long.class).single();
		assertThat(admin().get("/accounts?q=staff-20").body()).doesNotContain("with second factor");
		database.jdbc()
			.sql("INSERT INTO authenticator_apps (account_id, secret, confirmed_at) VALUES (?, 'secret', now())")
			.param(id)
			.update();
		assertThat(admin().get("/accounts?q=staff-20").body()).contains("with second factor");
		assertThat(admin().get("/accounts/" + id).body()).contains("Set up");
		assertThat(read("/accounts?factor=SET")).containsExactly("staff-20");
		assertThat(read("/accounts?factor=NONE")).hasSize(122).doesNotContain("staff-20", "zoe@example.com");
		assertThat(read("/accounts?factor=NONE&role=EDITOR")).hasSize(60);
		assertThat(read("/accounts?sort=factor&order=desc")).hasSize(125).startsWith("staff-20");
		assertThat(read("/accounts?sort=factor&order=asc")).hasSize(125).endsWith("staff-20");
	}

	@Test
	void showsMembersOnlyWhenAskedFor() {
		TestMember member = TestMember.signUp(this.api);
		assertThat(read("/accounts")).doesNotContain(member.login());
		assertThat(read("/accounts?role=MEMBER")).contains(member.login()).doesNotContain("admin", "zoe@example.com");
		assertThat(read("/accounts?role=MEMBER&sort=seen")).contains(member.login());
	}

	@Test
	void hidesTokensAndDeletedAccounts(@Autowired TestDatabase database) {
		for (String login : new String[] { "staff-token", "staff-gone" }) {
			long id = database.jdbc()
				.sql("SELECT id FROM accounts WHERE login = ?")
				.param(login)
				.query(Long.class)
				.single();
			assertThat(admin().get("/accounts/" + id).statusCode()).isEqualTo(404);
		}
		assertThat(admin().get("/accounts/invitations/4711").statusCode()).isEqualTo(404);
	}

	@Test
	void answersHtmxWithTheTable() {
		assertThat(admin().get("/accounts?q=petrova", "HX-Request", "true").body()).startsWith("<div id=\"table\"")
			.contains("Anna Petrova")
			.doesNotContain("<html");
	}

	@Test
	void showsThePersonOnTheirPage(@Autowired TestDatabase database) {
		long id = database.jdbc().sql("SELECT id FROM accounts WHERE login = 'staff-7'").query(Long.class).single();
		assertThat(admin().get("/accounts/" + id).body()).contains("staff-7", "Anna Petrova", "post7@example.com",
				"Viewer", "never signed in");
	}

	private List<String> read(String path) {
		List<String> logins = new ArrayList<>();
		String next = path;
		while (next != null) {
			String body = admin().get(next).body();
			LOGIN.matcher(body).results().map((found) -> found.group(1).strip()).forEach(logins::add);
			next = NEXT.matcher(body).results().findFirst().map(AccountsPageTests::address).orElse(null);
		}
		return logins;
	}

	private static String address(MatchResult link) {
		return link.group(1).replace("&amp;", "&");
	}

	private Pages admin() {
		return this.signedIn.as(TestAccount.ADMIN);
	}

}
