package dev.segmentation.user.imports.web;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Imports;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Imports the files that spreadsheets and other programs really write.
 */
@HttpTest
class ImportCasesTests {

	@Autowired
	TestDatabase database;

	@Autowired
	Pages editor;

	@BeforeEach
	void importUsers() {
		for (String sql : List.of("DELETE FROM imports", "DELETE FROM users", "ALTER TABLE users ALTER id RESTART")) {
			this.database.jdbc().sql(sql).update();
		}
		Imports.load(this.editor, Imports.CONFUSABLE);
		assertThat(newUsers()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("files")
	void importsTheUsersOfAFile(String file, List<String> users) {
		Imports.confirm(this.editor, Imports.upload(this.editor, "users.csv", file), Map.of());
		assertThat(newUsers()).isEqualTo(users);
	}

	static Stream<Arguments> files() {
		List<String> zoe = List.of("zoe zoe@example.com");
		return Stream.of(arguments("\"login\",\"email\"\n\"zoe\",\"zoe@example.com\"\n", zoe),
				arguments("\uFEFF\"login\",\"email\"\n\"zoe\",\"zoe@example.com\"\n", zoe),
				arguments("\"login\";\"email\"\n\"zoe\";\"zoe@example.com\"\n", zoe),
				arguments("\"login\"\t\"email\"\nzoe\tzoe@example.com\n", zoe),
				arguments("\"login\";email\nzoe;zoe@example.com\n", zoe),
				arguments("\r\nlogin,email\r\nzoe,zoe@example.com\r\n", zoe),
				arguments("\uFEFFsep=;\r\nlogin;email\r\nzoe;zoe@example.com\r\n", zoe),
				arguments("\uFEFF\uFEFFlogin,email\nzoe,zoe@example.com\n", zoe),
				arguments("Users of November,,\nlogin,email,external_id\nzoe,zoe@example.com,5\n",
						List.of("zoe zoe@example.com 5")),
				arguments("login,email\u00A0\nzoe,zoe@example.com\n", zoe),
				arguments(
						"\u041B\u043E\u0433\u0438\u043D;\u042D\u043B. \u043F\u043E\u0447\u0442\u0430\r\nzoe;zoe@example.com\r\n",
						zoe),
				arguments("""
						login,email,external_id
						zoe\u00A0,zoe@example.com\u00A0,A-6\u00A0
						\u200Bzoe7,zoe7@example.com\u200B,\uFEFFA-7
						\u00A0,\u200B,
						""", List.of("zoe zoe@example.com A-6", "zoe7 zoe7@example.com A-7")), arguments("""
						login,email,external_id
						zoe22,zoe22@example.com,"=""00123\"""
						zoe23,zoe23@example.com,'00124
						""", List.of("zoe22 zoe22@example.com 00123", "zoe23 zoe23@example.com 00124")), arguments("""
						login,email
						zoe24,"Anna <zoe24@example.com>"
						zoe25,mailto:zoe25@example.com
						zoe26,<zoe26@example.com>
						""", List.of("zoe24 zoe24@example.com", "zoe25 zoe25@example.com", "zoe26 zoe26@example.com")));
	}

	@Test
	void importsSynonymsOfColumnsOnlyAfterAPersonConfirmsThem() {
		String page = Imports.upload(this.editor, "users.csv",
				"Username,Email Address,User ID\nzoe15,zoe15@example.com,77\n");
		assertThat(this.editor.get(page).body())
			.contains("Recognized columns", "“Username” is imported as login", "“User ID” is imported as external ID",
					"name=\"columns\"")
			.doesNotContain("“Email Address” is imported");
		for (Map<String, String> form : List.of(Map.<String, String>of(), Map.of("columns", "x"))) {
			HttpResponse<String> refused = this.editor.post(page, form);
			assertThat(refused.statusCode()).isEqualTo(422);
			assertThat(refused.body()).contains("id=\"columns-error\"", "Import 1 user");
		}
		assertThat(newUsers()).isEmpty();
		Imports.confirm(this.editor, page, Map.of("columns", "true"));
		assertThat(newUsers()).containsExactly("zoe15 zoe15@example.com 77");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Customer ID", "customer_id", "\u041A\u043E\u0434 \u043A\u043B\u0438\u0435\u043D\u0442\u0430" })
	void recognizesAnExternalIdByASynonym(String header) {
		String page = Imports.upload(this.editor, "users.csv", "login,email," + header + "\nzoe,zoe@example.com,77\n");
		assertThat(this.editor.get(page).body()).contains("“" + header + "” is imported as external ID");
		Imports.confirm(this.editor, page, Map.of("columns", "true"));
		assertThat(newUsers()).containsExactly("zoe zoe@example.com 77");
	}

	@Test
	void prefersTheNameOfAColumnToASynonym() {
		String page = Imports.upload(this.editor, "users.csv",
				"login,email,User ID,external_id,username\nzoe,zoe@example.com,77,78,Zoe Z.\n");
		assertThat(this.editor.get(page).body()).contains("Ignored columns: User ID, username.")
			.doesNotContain("Recognized columns");
		Imports.confirm(this.editor, page, Map.of());
		assertThat(newUsers()).containsExactly("zoe zoe@example.com 78");
	}

	@Test
	void rejectsLoginsThatTheFormOfAUserWouldRefuse() {
		String page = Imports.upload(this.editor, "users.csv",
				"login,email\nx,x@example.com\n\u00A0,blank@example.com\n");
		assertThat(this.editor.get(page).body()).contains("The login is shorter than 2 characters",
				"The login is missing", "Nothing to import.");
	}

	@Test
	void takesComposedAndDecomposedLettersForTheSame() {
		String page = Imports.upload(this.editor, "users.csv", """
				login,email
				Zo\u00E9,jose1@example.com
				Zoe\u0301,jose2@example.com
				\uFF21\uFF22\uFF231,fw1@example.com
				ABC1,fw2@example.com
				\u0440\u0430ypal,hg1@example.com
				paypal,hg2@example.com
				""");
		assertThat(this.editor.get(page).body()).contains("Duplicate user, login, e-mail or external ID (see line 2)",
				"Import 5 users");
		Imports.confirm(this.editor, page, Map.of());
		assertThat(newUsers()).containsExactly("Zo\u00E9 jose1@example.com", "\uFF21\uFF22\uFF231 fw1@example.com",
				"ABC1 fw2@example.com", "\u0440\u0430ypal hg1@example.com", "paypal hg2@example.com");
	}

	@Test
	void findsAUserByDecomposedLetters() {
		String page = Imports.upload(this.editor, "users.csv", "login,email\nJose\u0301,jose1@example.com\n");
		assertThat(this.editor.get(page).body()).contains("Changed users", "jose@example.com", "Import 1 user");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16", "UTF-16LE", "UTF-8" })
	void recognizesEncodingsWithAByteOrderMark(String encoding) {
		String file = (encoding.equals("UTF-16") ? "" : "\uFEFF") + "login\temail\nzo\u00E9\tzoe@example.com\n";
		Imports.confirm(this.editor, Imports.upload(this.editor, "users.txt", file.getBytes(Charset.forName(encoding))),
				Map.of());
		assertThat(newUsers()).containsExactly("zo\u00E9 zoe@example.com");
	}

	@ParameterizedTest
	@CsvSource({ "windows-1251, \u043B\u043E\u0433\u0438\u043D", "windows-1251, login", "UTF-16LE, login" })
	void refusesAnotherEncodingWithTheNameOfTheRightOne(String encoding, String login) {
		byte[] file = (login + ",email\n\u0437\u043E\u044F,zoe@example.com\n").getBytes(Charset.forName(encoding));
		assertThat(refusal("users.csv", file)).contains("The file isn’t valid UTF-8", "Save it as “CSV UTF-8”");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PK\u0003\u0004", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1" })
	void refusesWorkbooks(String start) {
		byte[] file = (start + "\0".repeat(100)).getBytes(StandardCharsets.ISO_8859_1);
		assertThat(refusal("users.xlsx", file)).contains("not a CSV file. Open it, save as CSV in UTF-8")
			.doesNotContain("valid UTF-8");
	}

	@Test
	void refusesSeveralColumnsThatCouldBeTheSame() {
		byte[] file = "login,email,User ID,Customer ID\nzoe,zoe@example.com,7,8\n".getBytes(StandardCharsets.UTF_8);
		assertThat(refusal("users.csv", file)).contains(
				"Several columns could be “external_id”: User ID, Customer ID. Rename the right one to “external_id”.");
	}

	private String refusal(String name, byte[] file) {
		HttpResponse<String> answer = this.editor.upload("/users/import", "file", name, file);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("id=\"file-error\"");
		assertThat(newUsers()).isEmpty();
		return answer.body();
	}

	/** The users after those of every test, as login, e-mail address and external id. */
	private List<String> newUsers() {
		return this.database.jdbc()
			.sql("SELECT concat_ws(' ', login, email, external_id) FROM users WHERE id > 16 ORDER BY id")
			.query(String.class)
			.list();
	}

}
