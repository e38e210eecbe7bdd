package dev.segmentation.account.token.web;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.segmentation.account.token.ApiToken;
import dev.segmentation.account.token.IssuedToken;
import dev.segmentation.account.token.TestTokens;
import dev.segmentation.account.token.TokenFilter;
import dev.segmentation.account.token.TokenLimits;
import dev.segmentation.account.token.TokenService;
import dev.segmentation.account.token.TokenSort;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Person;
import dev.segmentation.support.SignedIn;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@HttpTest
class TokenPageTests {

	private static final Pattern SECRET = Pattern.compile("value=\"(seg_[0-9A-Za-z]{33})\"");

	private static final TokenFilter ALL = new TokenFilter("", "", null, TokenSort.CREATED, true);

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	TokenService service;

	@Autowired
	SignedIn signedIn;

	@Autowired
	Pages editor;

	@Autowired
	Pages viewer;

	private TestTokens tokens;

	@BeforeEach
	void prepare() {
		this.tokens = new TestTokens(this.service);
	}

	@Test
	void createsATokenAndShowsItOnce() {
		long segment = Sql.addSegment(this.database.jdbc(), "TOKENS", "0");
		HttpResponse<String> created = create(Map.of("name", "shown-once", "role", "EDITOR", "segments", "TOKENS\n\n",
				"addresses", "127.0.0.1\n::1", "end", LocalDate.now().plusDays(40).toString()));
		assertThat(created.statusCode()).isEqualTo(200);
		String secret = secret(created);
		assertThat(this.api.withToken(secret).get("/segments/" + segment).status()).isEqualTo(200);
		ApiToken token = find("shown-once");
		assertThat(token.limits())
			.isEqualTo(new TokenLimits(Role.EDITOR, false, List.of("TOKENS"), List.of("127.0.0.1", "::1")));
		assertThat(token.login()).isEqualTo("shown-once (editor)");
		for (String page : List.of("/tokens", token.url(), token.url() + "/rotate", "/")) {
			assertThat(this.editor.get(page).body()).doesNotContain(secret);
		}
		assertThat(this.editor.get(token.url()).body()).contains("TOKENS", "127.0.0.1", "Editor", "Never");
		assertThat(audit("TOKEN_CREATED")).contains("editor: shown-once (editor)");
	}

	@Test
	void storesNoSecretForRepeatedForms() {
		Map<String, String> form = Map.of("name", "sent-twice", "role", "VIEWER", "_key", "a-key");
		HttpResponse<String> first = create(form);
		String secret = secret(first);
		HttpResponse<String> again = create(form);
		assertThat(again.statusCode()).isEqualTo(302);
		assertThat(again.headers().firstValue("Location")).hasValue("/tokens");
		assertThat(this.database.jdbc()
			.sql("SELECT count(*) FROM idempotency_keys WHERE position(convert_to(:secret, 'UTF8') IN body) > 0")
			.param("secret", secret)
			.query(Integer.class)
			.single()).isZero();
		assertThat(this.service.page(ALL, Accounts.EDITOR, null, 50).items()).extracting(ApiToken::name)
			.containsOnlyOnce("sent-twice");
	}

	static Stream<Arguments> invalidFields() {
		return Stream.of(arguments("name", "", "Enter a name"), arguments("name", "x".repeat(65), "Enter a name"),
				arguments("segments", "NO SUCH\nOTHER", "No segment has this name: NO SUCH, OTHER"),
				arguments("addresses", "::1\n10.0.0.0/99", "Not an IP address or range: 10.0.0.0/99"),
				arguments("addresses", "example.com", "Not an IP address"),
				arguments("end", "tomorrow", "Enter a date"), arguments("end", "+294276-12-31", "Enter a date"),
				arguments("end", "2020-01-01", "This date has passed"));
	}

	@ParameterizedTest
	@MethodSource("invalidFields")
	void explainsInvalidFields(String field, String value, String error) {
		Map<String, String> form = new HashMap<>(Map.of("name", "never-created", "role", "VIEWER"));
		form.put(field, value);
		HttpResponse<String> refused = create(form);
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains(error);
		assertThat(this.service.page(ALL, Accounts.EDITOR, null, 50).items()).extracting(ApiToken::name)
			.doesNotContain("never-created");
	}

	@Test
	void refusesANameThatTheOwnerUsedBefore() {
		Map<String, String> form = Map.of("name", "used-before", "role", "VIEWER");
		create(form);
		assertThat(this.editor.post("/tokens/new", form, "Accept-Language", "ru").body())
			.contains("Так называется другой токен этого владельца.");
		this.editor.post(find("used-before").url() + "/revoke", Map.of());
		HttpResponse<String> refused = create(form);
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("A revoked token of this owner had this name");
		assertThat(this.signedIn.as(TestAccount.ADMIN).post("/tokens/new", form).statusCode()).isEqualTo(200);
	}

	@Test
	void givesNoRoleAboveOnesOwn() {
		assertThat(this.editor.get("/tokens/new").body()).contains("value=\"EDITOR\"")
			.doesNotContain("value=\"ADMIN\"");
		assertThat(create(Map.of("name", "too-high", "role", "ADMIN")).statusCode()).isEqualTo(403);
		assertThat(this.signedIn.as(TestAccount.ADMIN).get("/tokens/new").body()).contains("value=\"ADMIN\"");
		create(Map.of("name", "a-member", "role", "MEMBER"));
		assertThat(find("a-member").role()).isEqualTo(Role.VIEWER);
	}

	@Test
	void showsEditorsTheirOwnTokensAndAdministratorsAll() {
		IssuedToken mine = this.tokens.create(Role.VIEWER);
		IssuedToken foreign = this.tokens.create(new TokenLimits(Role.ADMIN, false, null, List.of()), null,
				Accounts.ADMIN);
		assertThat(this.editor.get("/tokens").body()).contains(mine.token().url() + "\"")
			.doesNotContain(foreign.token().url() + "\"");
		assertThat(this.signedIn.as(TestAccount.ADMIN).get("/tokens").body()).contains(mine.token().url() + "\"",
				foreign.token().url() + "\"");
		for (String path : List.of("", "/rotate", "/revoke")) {
			assertThat(this.editor.get(foreign.token().url() + path).statusCode()).isEqualTo(404);
		}
		assertThat(this.editor.post(foreign.token().url() + "/revoke", Map.of()).statusCode()).isEqualTo(404);
		assertThat(this.editor.post(foreign.token().url() + "/rotate", Map.of()).statusCode()).isEqualTo(404);
		assertThat(this.editor.post(mine.token().url() + "/hand-over", Map.of("owner", "1")).statusCode())
			.isEqualTo(403);
		assertThat(this.api.withToken(foreign.secret()).get("/segments").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/tokens", "/tokens/new", "/tokens/1" })
	void areNotForViewers(String path) {
		assertThat(this.viewer.get(path).statusCode()).isEqualTo(403);
		assertThat(this.viewer.get("/").body()).doesNotContain("href=\"/tokens\"");
	}

	@Test
	void changesAToken() {
		long segment = Sql.addSegment(this.database.jdbc(), "CHANGED", "0");
		long other = Sql.addSegment(this.database.jdbc(), "UNCHANGED", "0");
		IssuedToken token = this.tokens.create(Role.EDITOR);
		String path = token.token().url() + "/edit";
		assertThat(this.editor.get(path).body()).contains("value=\"%s\"".formatted(token.token().name()));
		Api program = this.api.withToken(token.secret());
		assertThat(program.get("/segments/" + other).status()).isEqualTo(200);
		assertThat(
				this.editor.post(path,
						Map.of("name", "changed-name", "role", "VIEWER", "segments", "CHANGED", "addresses",
								"127.0.0.0/8\n::1", "end", LocalDate.now().plusDays(9).toString()))
					.statusCode())
			.isEqualTo(302);
		await().atMost(Duration.ofSeconds(2)).until(() -> program.get("/segments/" + other).status() == 403);
		assertThat(program.get("/segments/" + segment).status()).isEqualTo(200);
		assertThat(find("changed-name").limits())
			.isEqualTo(new TokenLimits(Role.VIEWER, false, List.of("CHANGED"), List.of("127.0.0.0/8", "::1")));
		assertThat(this.editor.get(token.token().url()).body()).contains("changed-name was changed", "Expires soon");
		assertThat(audit("TOKEN_CHANGED")).contains("editor: changed-name (editor)");
		this.editor.post(path, Map.of("name", "changed-name", "role", "VIEWER", "addresses", "203.0.113.9"));
		await().atMost(Duration.ofSeconds(2)).until(() -> program.get("/segments").status() == 401);
	}

	@Test
	void changesNoTokenOfOthersAndGivesNoHigherRole() {
		IssuedToken mine = this.tokens.create(Role.VIEWER);
		IssuedToken foreign = this.tokens.create(new TokenLimits(Role.ADMIN, false, null, List.of()), null,
				Accounts.ADMIN);
		Map<String, String> form = Map.of("name", "an-admin", "role", "ADMIN");
		assertThat(this.editor.post(foreign.token().url() + "/edit", form).statusCode()).isEqualTo(404);
		assertThat(this.editor.post(mine.token().url() + "/edit", form).statusCode()).isEqualTo(403);
		assertThat(this.editor.post(mine.token().url() + "/edit", Map.of("name", "", "role", "VIEWER")).statusCode())
			.isEqualTo(422);
		assertThat(this.signedIn.as(TestAccount.ADMIN)
			.post(mine.token().url() + "/edit", Map.of("name", "by-an-admin", "role", "EDITOR", "readOnly", "true"))
			.statusCode()).isEqualTo(302);
		assertThat(find("by-an-admin").owner()).isEqualTo("editor");
	}

	@Test
	void keepsAnEmptyListOfSegmentsFromMeaningAll() {
		Sql.addSegment(this.database.jdbc(), "SOON_DELETED", "0");
		IssuedToken token = this.tokens.create(new TokenLimits(Role.VIEWER, false, List.of("SOON_DELETED"), List.of()),
				null, Accounts.EDITOR);
		this.database.jdbc()
			.sql("DELETE FROM api_token_segments WHERE account_id = ?")
			.param(token.token().id())
			.update();
		HttpResponse<String> refused = this.editor.post(token.token().url() + "/edit",
				Map.of("name", token.token().name(), "role", "VIEWER"));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("The token’s segments were deleted");
	}

	@Test
	void rotatesAToken() {
		IssuedToken token = this.tokens.create(Role.VIEWER);
		HttpResponse<String> rotated = this.editor.post(token.token().url() + "/rotate",
				Map.of("overlap", "HOUR", "end", LocalDate.now().plusDays(100).toString()));
		String secret = secret(rotated);
		assertThat(rotated.body()).contains("The old token works until");
		assertThat(this.api.withToken(secret).get("/segments").status()).isEqualTo(200);
		assertThat(this.api.withToken(token.secret()).get("/segments").status()).isEqualTo(200);
		assertThat(this.editor.get(token.token().url()).body()).contains("The old token works until")
			.doesNotContain(secret);
		assertThat(this.service.get(token.token().id(), Accounts.EDITOR).endsAt())
			.isAfter(Instant.now().plusSeconds(99 * 86400));
		assertThat(this.editor.post(token.token().url() + "/rotate", Map.of("end", "2020-01-01")).statusCode())
			.isEqualTo(422);
		Instant end = this.service.get(token.token().id(), Accounts.EDITOR).endsAt();
		secret(this.editor.post(token.token().url() + "/rotate", Map.of("overlap", "HOUR")));
		assertThat(this.service.get(token.token().id(), Accounts.EDITOR).endsAt()).isEqualTo(end);
		assertThat(audit("TOKEN_ROTATED")).contains("editor: " + token.token().login());
	}

	@Test
	void searchesFiltersAndSorts() {
		Person person = Person.add(this.database.jdbc(), Role.EDITOR);
		CurrentAccount owner = new CurrentAccount(person.id(), person.login(), Role.EDITOR, null, 0);
		String first = this.tokens.create(limits(), Instant.now().plusSeconds(9 * 86400), owner).token().name();
		String second = this.tokens.create(new TokenLimits(Role.EDITOR, false, null, List.of()), null, owner)
			.token()
			.name();
		String third = this.tokens.create(limits(), Instant.now().plusSeconds(3 * 86400), owner).token().name();
		String all = "/tokens?owner=" + person.login().toUpperCase(Locale.ROOT);
		Pages admin = this.signedIn.as(TestAccount.ADMIN);
		assertThat(names(admin, all)).containsExactly(third, second, first);
		assertThat(admin.get(all).body()).contains("3 of 3", "Filters: 1");
		assertThat(admin.get(all, "Accept-Language", "ru").body()).contains("3 из 3", "Название токена");
		assertThat(names(admin, all + "&sort=name")).isEqualTo(Stream.of(first, second, third).sorted().toList());
		assertThat(names(admin, all + "&sort=end")).containsExactly(third, first, second);
		assertThat(names(admin, all + "&sort=used")).containsExactly(third, second, first);
		assertThat(names(admin, all + "&role=EDITOR")).containsExactly(second);
		assertThat(names(admin, all + "&role=VIEWER")).containsExactly(third, first);
		assertThat(names(admin, "/tokens?q=" + second.toUpperCase(Locale.ROOT))).containsExactly(second);
		assertThat(admin.get(all + "&q=%25").body()).contains("No matching tokens").doesNotContain("0 of 0");
		assertThat(names(this.editor, all)).isEmpty();
		assertThat(this.editor.get("/tokens").body()).doesNotContain("name=\"owner\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "created", "name", "used", "end" })
	void pagesThroughAllTokensInEachOrder(String sort) {
		Person person = Person.add(this.database.jdbc(), Role.EDITOR);
		CurrentAccount owner = new CurrentAccount(person.id(), person.login(), Role.EDITOR, null, 0);
		List<String> created = IntStream.range(0, 51)
			.mapToObj((number) -> this.tokens
				.create(limits(), (number % 2 == 0) ? Instant.now().plusSeconds(86400) : null, owner)
				.token()
				.name())
			.toList();
		Pages admin = this.signedIn.as(TestAccount.ADMIN);
		String first = "/tokens?owner=%s&sort=%s&order=asc".formatted(person.login(), sort);
		Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(admin.get(first).body());
		assertThat(next.find()).isTrue();
		List<String> read = new ArrayList<>(names(admin, first));
		read.addAll(names(admin, next.group(1).replace("&amp;", "&")));
		assertThat(read).containsExactlyInAnyOrderElementsOf(created);
	}

	@Test
	void leadsFromTheDashboardToAllTokensThatEndSoon() {
		Person person = Person.add(this.database.jdbc(), Role.EDITOR);
		CurrentAccount owner = new CurrentAccount(person.id(), person.login(), Role.EDITOR, null, 0);
		List<String> names = IntStream.range(1, 5)
			.mapToObj((days) -> this.tokens.create(limits(), Instant.now().plusSeconds(days * 86400L), owner)
				.token()
				.name())
			.toList();
		Pages pages = person.signIn(this.api);
		assertThat(pages.get("/").body()).contains("View all 4", "href=\"/tokens?sort=end&amp;order=asc\"")
			.contains(names.subList(0, 3))
			.doesNotContain(names.get(3));
		assertThat(pages.get("/", "Accept-Language", "ru").body()).contains("Показать все (4)");
		assertThat(names(pages, "/tokens?sort=end&order=asc")).isEqualTo(names);
	}

	@Test
	void endsInTheTimeZoneOfTheAccount() {
		Person person = Person.add(this.database.jdbc(), Role.EDITOR);
		this.database.jdbc()
			.sql("UPDATE accounts SET time_zone = 'Asia/Tokyo' WHERE id = ?")
			.param(person.id())
			.update();
		Pages pages = person.signIn(this.api);
		assertThat(pages.get("/tokens/new").body()).contains("until the end of this day (Asia/Tokyo)");
		pages.post("/tokens/new", Map.of("name", "in-tokyo", "role", "VIEWER", "end", "2099-12-31"));
		assertThat(this.database.jdbc()
			.sql("SELECT ends_at = '2099-12-31T15:00:00Z' FROM api_tokens WHERE name = 'in-tokyo'")
			.query(Boolean.class)
			.single()).isTrue();
		String list = pages.get("/tokens").body();
		Matcher page = Pattern.compile("href=\"(/tokens/\\d+)\"").matcher(list);
		assertThat(page.find()).isTrue();
		assertThat(pages.get(page.group(1) + "/edit").body()).contains("value=\"2099-12-31\"");
	}

	@Test
	void handsATokenOver() {
		IssuedToken token = this.tokens.create(Role.EDITOR);
		String path = token.token().url() + "/hand-over";
		Pages admin = this.signedIn.as(TestAccount.ADMIN);
		assertThat(admin.get(path).body()).contains("<bdi>editor</bdi>", "<bdi>admin</bdi>", "(Administrator)")
			.doesNotContain("<bdi>viewer</bdi>");
		assertThat(admin.post(path, Map.of("owner", "" + Accounts.VIEWER.id())).body()).contains("can’t own tokens");
		assertThat(admin.post(path, Map.of()).statusCode()).isEqualTo(422);
		assertThat(admin.post(path, Map.of("owner", "" + Accounts.ADMIN.id())).statusCode()).isEqualTo(302);
		assertThat(this.editor.get(token.token().url()).statusCode()).isEqualTo(404);
		assertThat(admin.get(token.token().url()).body()).contains("now belongs to admin");
		assertThat(audit("TOKEN_HANDED_OVER")).contains("admin: " + token.token().login());
	}

	@Test
	void tellsTheOwnerWhatEndsSoon() {
		IssuedToken soon = this.tokens.create(limits(), Instant.now().plusSeconds(13 * 86400));
		IssuedToken later = this.tokens.create(limits(), Instant.now().plusSeconds(15 * 86400));
		IssuedToken over = this.tokens.create(limits(), Instant.now().minusSeconds(60));
		String dashboard = this.editor.get("/").body();
		assertThat(dashboard).contains("Your API tokens that expire soon", soon.token().name(), over.token().name())
			.doesNotContain(later.token().name());
		assertThat(this.signedIn.as(TestAccount.ADMIN).get("/").body()).doesNotContain(soon.token().name());
		assertThat(this.editor.get(soon.token().url()).body()).contains("expires within 14 days");
		assertThat(this.editor.get(over.token().url()).body()).contains("has expired");
		this.service.revoke(over.token().id(), Accounts.EDITOR);
		this.service.revoke(soon.token().id(), Accounts.EDITOR);
		assertThat(this.editor.get("/").body()).doesNotContain("Your API tokens that expire soon");
	}

	private static TokenLimits limits() {
		return new TokenLimits(Role.VIEWER, true, null, List.of());
	}

	private HttpResponse<String> create(Map<String, String> form) {
		return this.editor.post("/tokens/new", form);
	}

	private static String secret(HttpResponse<String> page) {
		Matcher matcher = SECRET.matcher(page.body());
		assertThat(matcher.find()).as(page.body()).isTrue();
		return matcher.group(1);
	}

	private static List<String> names(Pages pages, String path) {
		return Pattern.compile("class=\"name\" href=\"/tokens/\\d+\"><bdi>([^<]+)<")
			.matcher(pages.get(path).body())
			.results()
			.map((name) -> name.group(1))
			.toList();
	}

	private ApiToken find(String name) {
		return this.service.page(ALL, Accounts.EDITOR, null, 50)
			.items()
			.stream()
			.filter((token) -> token.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private List<String> audit(String kind) {
		return this.database.jdbc()
			.sql("SELECT login || ': ' || subject FROM audit_events WHERE kind = :kind")
			.param("kind", kind)
			.query(String.class)
			.list();
	}

}
