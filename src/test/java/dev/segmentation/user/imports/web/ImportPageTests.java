package dev.segmentation.user.imports.web;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Imports;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of the pages of imports. The tests with a browser show how people use them.
 */
@HttpTest
class ImportPageTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@BeforeEach
	void forgetAll() {
		sql("DELETE FROM imports");
		sql("DELETE FROM users");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					`` | `` | Choose a file.
					a.csv | `` | The file is empty. Choose another file.
					a.csv | `login,email` | The file has a header but no data lines. Add at least one line.
					a.csv | `login\na` | The column “email” is missing. Add it to the first line.
					a.csv | `login,email,LOGIN\nab,a@x,b` | The first line contains the column “login” twice. Remove or rename one of them.
					a.csv | `login,email\n"a` | Invalid quotation mark near line 2.
					a.csv | `login,email\né,a@x` | The file isn’t valid UTF-8
					""")
	void showsTheProblemOfAFileBesideTheField(String name, String content, String error) {
		HttpResponse<String> answer = as(TestAccount.EDITOR).upload("/users/import", "file", name,
				content.replace("\\n", "\n").getBytes(StandardCharsets.ISO_8859_1));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).containsOnlyOnce("class=\"field-error\"").contains("id=\"file-error\"", error);
		assertThat(countImports("TRUE")).isZero();
	}

	@Test
	void leadsFromTheFileThroughADryRunToTheResult() {
		sql("INSERT INTO users (login, email) VALUES ('known', 'known@x'), ('old', 'old@x')");
		Pages editor = as(TestAccount.EDITOR);
		String page = Imports.upload(editor, "C:\\lists\\<b>spring.csv",
				"E-Mail;login;phone\nknown@x;known;1\nnew-address@x;old;2\nnew@x;=new;3\nbad;bad;4\nnew2@x;=NEW;5\n");
		String dryRun = editor.get(page).body();
		assertThat(flat(dryRun)).contains("&lt;b&gt;spring.csv", "Checked 5 lines at", "Ignored columns: phone.",
				"Import 2 users", "old@x", "new-address@x",
				"Duplicate user, login, e-mail or external ID (see line 4)");
		assertThat(flat(as(TestAccount.VIEWER).get(page).body())).contains("Nothing has changed yet.")
			.doesNotContain("Import 2 users", "Discard import");
		String csv = editor.get(page + "/rejected.csv").body();
		assertThat(csv).isEqualTo("\uFEFFline;E-Mail;login;reason\r\n5;bad;bad;The e-mail isn’t valid\r\n"
				+ "6;new2@x;'=NEW;Duplicate user, login, e-mail or external ID (see line 4)\r\n");
		String result = Imports.follow(editor, editor.post(page, Map.of()));
		assertThat(result).isEqualTo(page);
		assertThat(flat(editor.get(page).body())).contains("2 users imported.", "The import is complete.",
				"Rejected lines");
		assertThat(editor.post(page, Map.of()).statusCode()).isEqualTo(409);
		assertThat(editor.post(page + "/discard", Map.of()).statusCode()).isEqualTo(409);
		HttpResponse<String> download = as(TestAccount.VIEWER).get(page + "/rejected.csv", "Accept-Language", "ru");
		assertThat(download.headers().firstValue("Content-Disposition").orElse("")).contains("attachment")
			.contains("spring-rejected.csv");
		assertThat(download.body()).contains("Неверный адрес почты");
		String mended = download.body().replace("bad;bad", "mended@x;mended").replace("'=NEW", "'=newest");
		String again = Imports.upload(editor, "mended.csv", mended);
		assertThat(flat(editor.get(again).body())).contains("Import 2 users").doesNotContain("Ignored columns");
		Imports.follow(editor, editor.post(again, Map.of()));
		assertThat(this.database.jdbc()
			.sql("SELECT string_agg(login, ' ' ORDER BY id) FROM users")
			.query(String.class)
			.single()).isEqualTo("known old =new mended =newest");
	}

	@Test
	void onlyEditorsImport() {
		Pages viewer = as(TestAccount.VIEWER);
		byte[] file = "login,email\na,a@x\n".getBytes(StandardCharsets.UTF_8);
		assertThat(viewer.get("/users/import").body()).contains("Import users").doesNotContain("type=\"file\"");
		assertThat(viewer.upload("/users/import", "file", "a.csv", file).statusCode()).isEqualTo(403);
		Pages stranger = new Pages(this.api);
		assertThat(stranger.upload("/users/import", "file", "a.csv", file).statusCode()).isEqualTo(302);
		Pages editor = as(TestAccount.EDITOR);
		assertThat(editor.uploadWithoutToken("/users/import", "", "file", "a.csv", file).statusCode()).isEqualTo(403);
		assertThat(editor.upload("/users/new", "file", "a.csv", file).statusCode()).isEqualTo(415);
		assertThat(countImports("file_name = 'a.csv'")).isZero();
		String page = Imports.upload(editor, "viewed.csv", "login,email\nviewed,viewed@x\n");
		for (String act : new String[] { "", "/check", "/discard" }) {
			assertThat(viewer.post(page + act, Map.of()).statusCode()).isEqualTo(403);
			assertThat(editor.postWithoutToken(page + act, "").statusCode()).isEqualTo(403);
		}
		assertThat(countImports("file_name = 'viewed.csv' AND state = 'CHECKED'")).isOne();
	}

	@Test
	void discardsAnImport() {
		Pages editor = as(TestAccount.EDITOR);
		String page = Imports.upload(editor, "unwanted.csv", "login,email\nunwanted,unwanted@x\n");
		HttpResponse<String> answer = editor.post(page + "/discard", Map.of());
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(editor.get("/users/import").body()).contains("Import discarded.");
		assertThat(editor.get(page).body()).contains("This import was discarded.").doesNotContain("id=\"start\"");
		assertThat(editor.post(page, Map.of()).statusCode()).isEqualTo(409);
	}

	@Test
	void continuesAnInterruptedImport() {
		Pages editor = as(TestAccount.EDITOR);
		String page = Imports.upload(editor, "broken.csv", "login,email\nbroken-1,broken-1@x\nbroken-2,broken-2@x\n");
		String id = page.replaceFirst(".*/", "");
		sql("UPDATE imports SET state = 'UPLOADED' WHERE id = " + id);
		assertThat(editor.get(page).body()).contains("The file hasn’t been checked");
		assertThat(Imports.follow(editor, editor.post(page + "/check", Map.of()))).isEqualTo(page);
		sql("UPDATE imports SET state = 'STARTED' WHERE id = " + id);
		this.database.jdbc().sql("SELECT apply_import(" + id + ", 1)").query(Long.class).single();
		assertThat(flat(editor.get(page).body())).contains("The import was interrupted", "1 of 2 lines",
				"Continue import");
		Imports.follow(editor, editor.post(page, Map.of()));
		assertThat(flat(editor.get(page).body())).contains("The import is complete.");
		assertThat(this.database.jdbc()
			.sql("SELECT count(*) FROM users WHERE login LIKE 'broken%'")
			.query(Long.class)
			.single()).isEqualTo(2);
	}

	@Test
	void listsPastImportsPageByPage() {
		sql("INSERT INTO imports (file_name, delimiter, columns, headers, ignored, state) "
				+ "SELECT 'past-' || n || '.csv', ',', '{}', '{}', '{}', 'DONE' FROM generate_series(1, 45) AS n");
		Pages viewer = as(TestAccount.VIEWER);
		String first = viewer.get("/users/import").body();
		assertThat(first).contains("past-45.csv", "past-26.csv").doesNotContain("past-25.csv", "rel=\"prev\"");
		String second = viewer.get(older(first)).body();
		assertThat(viewer.get("/users/import?at=junk").statusCode()).isEqualTo(400);
		assertThat(second).contains("past-25.csv", "past-6.csv", "rel=\"prev\"").doesNotContain("past-26.csv");
	}

	@Test
	void answersAnUnknownImportWith404() {
		Pages editor = as(TestAccount.EDITOR);
		assertThat(editor.get("/users/imports/4711").statusCode()).isEqualTo(404);
		assertThat(editor.get("/users/imports/4711/rejected.csv").statusCode()).isEqualTo(404);
		assertThat(editor.post("/users/imports/4711", Map.of()).statusCode()).isEqualTo(404);
		assertThat(editor.post("/users/imports/4711/discard", Map.of()).statusCode()).isEqualTo(404);
	}

	private static String older(String body) {
		Matcher link = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(body);
		assertThat(link.find()).isTrue();
		return link.group(1);
	}

	private static String flat(String html) {
		return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
	}

	private Pages as(TestAccount account) {
		return new Pages(this.api).signIn(account);
	}

	private long countImports(String condition) {
		return this.database.jdbc().sql("SELECT count(*) FROM imports WHERE " + condition).query(Long.class).single();
	}

	private void sql(String sql) {
		JdbcClient jdbc = this.database.jdbc();
		jdbc.sql(sql).update();
	}

}
