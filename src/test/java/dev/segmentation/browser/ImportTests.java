package dev.segmentation.browser;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

import com.codeborne.selenide.Selenide;
import dev.segmentation.browser.page.ImportPage;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.support.Browser;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Looks;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;

import static com.codeborne.selenide.Condition.focused;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Selenide.$;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Imports a CSV file of users: checks it, imports it in the background, then fixes the
 * rejected lines and imports them again.
 */
@BrowserTest
class ImportTests {

	@Autowired
	TestDatabase database;

	@TempDir
	Path folder;

	@Test
	void importsAFileThenItsFixedRejectedLines() throws Exception {
		this.database.jdbc()
			.sql("INSERT INTO users (login, email) VALUES ('old', 'old@x'), ('known', 'known@x')")
			.update();
		LoginPage.openAs(TestAccount.EDITOR, "/users/import");
		$("details.import-format summary").click();
		Looks.check("import");
		ImportPage page = new ImportPage(this.folder).upload("names.csv", "name\nanna\n");
		page.error().shouldHave(text("The column “login” is missing."));
		Looks.check("import-refused");
		page.upload("crm.csv", "Username,E-Mail,User ID,Phone\nzoe,zoe@example.com,77,1\n");
		$("#guesses").shouldHave(text("“User ID” is imported as external ID"));
		Looks.check("import-columns");
		$("#start").click();
		$("#guesses input").shouldBe(focused);
		$("#guesses input").click();
		page.start("Import 1 user").shouldCount("added", 1).another();
		this.database.jdbc().sql("DELETE FROM users WHERE login = 'zoe'").update();
		page.upload("spring.csv", """
				login,email,external_id,team
				anna,anna@example.com,1,red
				a-login-that-is-as-long-as-logins-may-be-which-is-64-characters-,مرحبا@example.com,🦊,red
				old,new@example.com,,red
				known,known@x,,red
				boris,nowhere,,red
				ANNA,other@example.com,,red
				""");
		page.shouldCount("new", 2)
			.shouldCount("changed", 1)
			.shouldCount("known", 1)
			.shouldCount("malformed", 1)
			.shouldCount("doubled", 1);
		Looks.check("import-dry-run");
		try (Connection other = this.database.connect(); Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.execute("SELECT pg_advisory_xact_lock(hashtextextended('segmentation.imports', 0))");
			page.start("Import 3 users");
			page.progress().shouldHave(text("Working…"));
			Looks.check("import-progress");
			Browser.open("/tasks");
			$("#table").shouldHave(text("Running"));
			Looks.check("tasks");
			Selenide.back();
			page.progress();
			other.commit();
		}
		page.shouldCount("added", 2)
			.shouldCount("updated", 1)
			.shouldCount("rejected", 2)
			.shouldSay("3 users imported.");
		Looks.check("import-result");
		String rejected = page.rejected();
		assertThat(rejected.lines()).hasSize(3);
		page.another()
			.upload("fixed.csv", rejected.replace("nowhere", "boris@example.com").replace("ANNA", "anna-2"))
			.shouldCount("new", 2)
			.start("Import 2 users")
			.shouldCount("added", 2)
			.shouldCount("rejected", 0);
		assertThat(this.database.jdbc()
			.sql("SELECT string_agg(login, ' ' ORDER BY id) FROM users WHERE length(login) < 64")
			.query(String.class)
			.single()).isEqualTo("old known anna boris anna-2");
		Browser.open("/users/import");
		$("#table").shouldHave(text("spring.csv"), text("fixed.csv"));
		Looks.check("imports");
	}

}
