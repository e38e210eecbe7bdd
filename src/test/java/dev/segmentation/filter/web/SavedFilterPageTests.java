package dev.segmentation.filter.web;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import dev.segmentation.config.security.route.RouteTable;
import dev.segmentation.filter.FilteredList;
import dev.segmentation.shared.Role;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
class SavedFilterPageTests {

	@Autowired
	Api api;

	@Autowired
	Pages editor;

	@Autowired
	Pages viewer;

	@Autowired
	SignedIn signedIn;

	@Autowired
	TestDatabase database;

	@BeforeEach
	void deleteAll() {
		this.database.jdbc().sql("DELETE FROM saved_filters").update();
	}

	@ParameterizedTest
	@CsvSource({ "/history?cause=api", "/users?q=anna", "/segments?sort=size&order=desc", "/segments/%d?ends=week",
			"/ends?within=day" })
	void areChosenOnTheirList(String list) {
		Sql.addUser(this.database.jdbc());
		String page = list.formatted(Sql.addSegment(this.database.jdbc()));
		assertThat(this.viewer.get(page).body()).contains("Save this filter…").doesNotContain("saved-list");
		HttpResponse<String> saved = save(this.viewer, page + "&at=x", "My choice", false);
		assertThat(saved.statusCode()).isEqualTo(302);
		assertThat(saved.headers().firstValue("Location")).hasValueSatisfying((url) -> assertThat(url).endsWith(page));
		String link = "href=\"" + page.replace("&", "&amp;") + "\"";
		assertThat(this.viewer.get(page).body()).contains(link + " aria-current=\"true\"").contains("My choice");
		String path = page.substring(0, page.indexOf('?'));
		assertThat(this.viewer.get(path).body()).contains(link + ">").contains("My choice");
		assertThat(this.editor.get(path).body()).doesNotContain("My choice");
	}

	@Test
	void ofMembersAreChosenInEachSegment() {
		long first = Sql.addSegment(this.database.jdbc());
		long second = Sql.addSegment(this.database.jdbc());
		save(this.viewer, "/segments/" + first + "?show=newest", "Newest", false);
		assertThat(this.viewer.get("/segments/" + second).body()).contains("/segments/" + second + "?show=newest");
	}

	@Test
	void followTheFiltersThatHtmxChanges() {
		Sql.addUser(this.database.jdbc());
		save(this.viewer, "/users?q=anna", "Anna", false);
		assertThat(this.viewer.get("/users?q=anna", "HX-Request", "true").body()).contains("hx-swap-oob=\"true\"",
				"aria-current=\"true\"");
	}

	@Test
	void ofTheTeamAreSeenByAllButSavedByEditors() {
		Sql.addUser(this.database.jdbc());
		assertThat(this.viewer.get("/filters/new?page=/users?q=a").body()).doesNotContain("name=\"team\"");
		assertThat(this.editor.get("/filters/new?page=/users?q=a").body()).contains("name=\"team\"");
		assertThat(save(this.viewer, "/users?q=a", "Not allowed", true).statusCode()).isEqualTo(403);
		save(this.editor, "/users?q=a", "For all", true);
		assertThat(this.viewer.get("/users?q=a").body()).contains("For all", "editor").doesNotContain("/delete?page=");
		assertThat(this.editor.get("/users?q=a").body()).contains("/delete?page=");
		assertThat(this.signedIn.as(TestAccount.ADMIN).get("/users?q=a").body()).contains("/delete?page=");
	}

	@Test
	void ofTheAuditAreForAdministrators() {
		assertThat(save(this.editor, "/audit?q=a", "Secret", false).statusCode()).isEqualTo(403);
		assertThat(this.editor.get("/filters/new?page=/audit?q=a").statusCode()).isEqualTo(403);
		Pages admin = this.signedIn.as(TestAccount.ADMIN);
		save(admin, "/audit?q=a", "Secret", true);
		assertThat(admin.get("/audit").body()).contains("Secret", "/audit?q=a");
		assertThat(this.editor.get("/filters/" + id("Secret") + "/delete").statusCode()).isEqualTo(404);
	}

	@Test
	void needTheRoleOfTheirList() {
		assertThat(Arrays.stream(FilteredList.values()).filter((list) -> list != FilteredList.MEMBERS))
			.allSatisfy((list) -> assertThat(RouteTable.TEXT)
				.containsPattern("GET +/" + list.name().toLowerCase(Locale.ROOT) + " +" + list.lowest()));
	}

	@Test
	void explainWhatIsWrongWithTheName() {
		save(this.editor, "/users?q=a", "Taken", false);
		assertThat(save(this.editor, "/users?q=b", "taken", false)).returns(422, HttpResponse::statusCode)
			.satisfies((page) -> assertThat(page.body()).contains("You already have a filter “taken”",
					"value=\"taken\"", "id=\"name-error\""));
		assertThat(save(this.editor, "/users?q=b", " ", false).body()).contains("Enter a name of 1 to 60 characters.");
		assertThat(save(this.editor, "/users?q=b", "x".repeat(61), false).statusCode()).isEqualTo(422);
		assertThat(save(this.editor, "/users?q=b", "a\nb", false).statusCode()).isEqualTo(422);
		assertThat(save(this.editor, "/users?q=b", "x".repeat(60), false).statusCode()).isEqualTo(302);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/users", "/users?at=1", "/reports?q=a", "/users?q=%", "/users?q=%zz",
			"javascript:alert(1)" })
	void areNotSavedForOtherAddresses(String address) {
		assertThat(save(this.editor, address, "Nowhere", false).statusCode()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https:", "" })
	void neverLeadToAnotherSite(String scheme) {
		String address = scheme + "//evil.example/users?q=a";
		assertThat(save(this.editor, address, "Local", false).headers().firstValue("Location"))
			.hasValueSatisfying((url) -> assertThat(url).endsWith("/users?q=a").doesNotContain("evil"));
		assertThat(delete(this.editor, id("Local"), "https://evil.example/users").headers().firstValue("Location"))
			.hasValueSatisfying((url) -> assertThat(url).endsWith("/users").doesNotContain("evil"));
	}

	@Test
	void areDeletedAfterAConfirmation() {
		Sql.addUser(this.database.jdbc());
		save(this.editor, "/users?q=a", "Ours", true);
		long id = id("Ours");
		assertThat(this.editor.get("/filters/" + id + "/delete?page=/users?q=a").body())
			.contains("Delete the filter “Ours”?", "The whole team loses this filter.", "href=\"/users?q=a\"");
		assertThat(delete(this.viewer, id, "/users").statusCode()).isEqualTo(403);
		assertThat(delete(this.editor, id, "/users?q=a").statusCode()).isEqualTo(302);
		assertThat(this.editor.get("/users?q=a").body()).doesNotContain("saved-list");
		assertThat(delete(this.editor, id, "/users").statusCode()).isEqualTo(404);
	}

	@Test
	void ofOthersDoNotExist() {
		save(this.editor, "/users?q=a", "Private", false);
		long id = id("Private");
		assertThat(this.viewer.get("/filters/" + id + "/delete").statusCode()).isEqualTo(404);
		assertThat(delete(this.signedIn.as(TestAccount.ADMIN), id, "/users").statusCode()).isEqualTo(404);
		assertThat(id("Private")).isEqualTo(id);
	}

	@Test
	void goWithTheirAccountUnlessTheyAreTheTeams() {
		Sql.addUser(this.database.jdbc());
		Person person = Person.add(this.database.jdbc(), Role.EDITOR);
		Pages pages = person.signIn(this.api);
		save(pages, "/users?q=a", "Private", false);
		save(pages, "/users?q=a", "Ours", true);
		Pages admin = this.signedIn.as(TestAccount.ADMIN);
		admin.post("/accounts/" + person.id() + "/delete", Map.of("login", person.login()));
		assertThat(this.database.jdbc().sql("SELECT name FROM saved_filters").query(String.class).list())
			.containsExactly("Ours");
		assertThat(admin.get("/users").body()).contains("Ours", person.login());
	}

	private long id(String name) {
		return this.database.jdbc()
			.sql("SELECT id FROM saved_filters WHERE name = ?")
			.param(name)
			.query(Long.class)
			.single();
	}

	private static HttpResponse<String> save(Pages pages, String list, String name, boolean team) {
		return pages.post("/filters/new", Map.of("page", list, "name", name, "team", String.valueOf(team)));
	}

	private static HttpResponse<String> delete(Pages pages, long id, String page) {
		return pages.post("/filters/" + id + "/delete", Map.of("page", page));
	}

}
