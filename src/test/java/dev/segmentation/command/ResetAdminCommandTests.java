package dev.segmentation.command;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.shared.Role;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Person;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An administrator who cannot sign in gets a link while the application runs.
 */
@HttpTest
class ResetAdminCommandTests {

	private static final String NEW = "fluent otter 73 lamps";

	private static final Pattern LINK = Pattern.compile("(https?://[^/]+)(/account-link/[\\w-]{43})\\n");

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@AfterEach
	void keepOneAdministrator() {
		this.database.jdbc().sql("UPDATE accounts SET role = 'VIEWER' WHERE role = 'ADMIN' AND id <> 1").update();
	}

	@Test
	void makesALinkForTheOnlyAdministrator() {
		Pages browser = new Pages(this.api).signIn("admin", TestAccount.PASSWORD);
		CommandRun run = CommandRun.on(this.database, "reset-admin", "--server.port=8099");
		assertThat(run.err()).isEmpty();
		assertThat(run.out())
			.startsWith("admin has no password and no sessions now. Open this link within 72 hours to choose a new");
		assertThat(browser.get("/").statusCode()).isEqualTo(302);
		assertThat(signIn("admin", TestAccount.PASSWORD)).isEqualTo(422);
		assertThat(link(run).group(1)).isEqualTo("http://localhost:8099");
		HttpResponse<String> chosen = new Pages(this.api).post(link(run).group(2),
				Map.of("password", NEW, "again", NEW));
		assertThat(chosen.statusCode()).isEqualTo(302);
		assertThat(signIn("admin", NEW)).isEqualTo(302);
		assertThat(this.database.jdbc()
			.sql("SELECT login IS NULL AND address IS NULL FROM audit_events WHERE kind = 'PASSWORD_RESET' AND subject = 'admin'")
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	void makesALinkForANamedAdministrator() {
		Person person = Person.add(this.database.jdbc(), Role.ADMIN);
		CommandRun unnamed = CommandRun.on(this.database, "reset-admin");
		assertThat(unnamed.err()).isEqualTo("There are several administrators. Name one of them: admin, %s.",
				person.login());
		assertThat(unnamed.exitCode()).isOne();
		CommandRun viewer = CommandRun.on(this.database, "reset-admin", "viewer");
		assertThat(viewer.err()).isEqualTo("viewer is no enabled administrator. The administrators are: admin, %s.",
				person.login());
		CommandRun named = CommandRun.on(this.database, "reset-admin", person.login(), "--url=https://a.example.com/");
		assertThat(link(named).group(1)).isEqualTo("https://a.example.com");
		assertThat(signIn(person.login(), TestAccount.PASSWORD)).isEqualTo(422);
	}

	@Test
	void saysThatThereIsNone() {
		TestDatabase empty = TestDatabases.create();
		empty.jdbc().sql("UPDATE accounts SET role = 'VIEWER'").update();
		assertThat(CommandRun.on(empty, "reset-admin").err())
			.isEqualTo("There is no enabled administrator. The first start of the program makes one.");
	}

	@Test
	void needsAMigratedDatabase() {
		assertThat(CommandRun.on(TestDatabases.createEmpty(), "reset-admin").err())
			.isEqualTo("The database is not up to date. Run the command  migrate up  first.");
	}

	private int signIn(String login, String password) {
		return new Pages(this.api).post("/login", Map.of("username", login, "password", password)).statusCode();
	}

	private static Matcher link(CommandRun run) {
		Matcher link = LINK.matcher(run.out());
		assertThat(link.find()).as(run.toString()).isTrue();
		return link;
	}

}
