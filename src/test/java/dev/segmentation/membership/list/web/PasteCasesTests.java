package dev.segmentation.membership.list.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Imports;
import dev.segmentation.support.Pages;
import dev.segmentation.support.SignedIn;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Pastes the lists that people really have, among users who are easy to confuse.
 */
@HttpTest
@HistoryAgrees
class PasteCasesTests {

	@Autowired
	TestDatabase database;

	@Autowired
	Pages editor;

	private long segment;

	@BeforeAll
	static void importUsers(@Autowired SignedIn signedIn, @Autowired TestDatabase database) {
		Imports.load(signedIn.as(TestAccount.EDITOR), Imports.CONFUSABLE);
		database.jdbc().sql("""
				INSERT INTO users (login, email, external_id)
				VALUES ('ambig', 'ambig1@example.com', NULL), ('other', 'ambig2@example.com', 'ambig')
				""").update();
	}

	@BeforeEach
	void addASegment() {
		this.segment = Sql.addSegment(jdbc());
	}

	@ParameterizedTest
	@MethodSource("lists")
	void addsTheUsersOfAList(String text, List<String> logins) {
		String list = paste(text);
		assertThat(members()).isEmpty();
		confirm(list);
		assertThat(members()).isEqualTo(logins);
	}

	static Stream<Arguments> lists() {
		List<String> two = List.of("anna", "boris");
		List<String> three = List.of("anna", "boris", "clara");
		return Stream.of(arguments("[\"anna\",\"boris\",\"clara\"]", three),
				arguments("[\n  \"anna\",\n  \"b\\u006fris\", 4\n]", List.of("anna", "boris", "david")),
				arguments("'anna', 'boris', 'clara'", three), arguments("IN ('anna',\n'boris', 'clara');", three),
				arguments("(1, 2)", two), arguments("1 2 3", two), arguments("1\t2", two),
				arguments("anna@example.com boris@example.com", two),
				arguments("Anna <anna@example.com>\nmailto:boris@example.com", two),
				arguments("\"A, B\" <anna@example.com>; <boris@example.com>", two),
				arguments("anna\u00A0\nboris\u200B", two), arguments("Jose\u0301", List.of("Jos\u00E9")),
				arguments("002\n007", List.of("gleb", "hana")), arguments("#3", List.of("clara")),
				arguments("Anna Smith", List.of("Anna Smith")), arguments("\"Smith, John\"", List.of("Smith, John")),
				arguments("\"anna\nboris\"\nclara", List.of("clara")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1,234", "1,234,", "1,234\n2,345", "1 234", "1\u00A0234", "\"1,234\"", "1.234", "01",
			"<anna@example.com> <boris@example.com>" })
	void findsNobodyByTextsThatOnlyLookLikeAnEntry(String text) {
		String page = this.editor.get(paste(text)).body();
		assertThat(page).contains("id=\"fresh\">0<", "id=\"ambiguous\">0<", "isn’t an ID").doesNotContain("Add 1 user");
	}

	@Test
	void saysThatACellWithALineBreakIsNotFound() {
		String page = this.editor.get(paste("\"anna\nboris\"\nclara")).body();
		assertThat(page).contains("id=\"fresh\">1<", "id=\"unknown\">1<", "<bdi>anna\nboris</bdi>");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			3     | clara #3 ID, fedor #6 external ID
			12    | tagged #12 ID, 12 #8 login
			ambig | other #18 external ID, ambig #17 login
			""")
	void addsNobodyByAnAmbiguousEntryAndListsItsCandidates(String text, String candidates) {
		String list = paste(text);
		String page = this.editor.get(list).body();
		assertThat(page).contains("id=\"fresh\">0<", "id=\"ambiguous\">1<", "id=\"unknown\">0<",
				"Each of these entries fits several users", "Treat numbers as");
		for (String candidate : candidates.split(", ")) {
			assertThat(flat(page).replace("Exact match: ", "")).contains(candidate);
		}
		this.editor.post(list, Map.of());
		assertThat(members()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "ID, 'clara,tagged', 1, 1", "EXTERNAL_ID, 'elena,fedor,other', 1, 0", "LOGIN, '12,ambig', 2, 0" })
	void readsTheListAgainWithTheFieldThatItsNumbersAre(String field, String logins, int unknown, int ambiguous) {
		String list = paste("3, 12, 5001, ambig");
		HttpResponse<String> answer = this.editor.post(list + "/numbers", Map.of("numbers", field));
		String decided = location(answer);
		assertThat(decided).isNotEqualTo(list);
		assertThat(this.editor.get(decided).body()).contains("id=\"unknown\">%d<".formatted(unknown),
				"id=\"ambiguous\">%d<".formatted(ambiguous), "value=\"%s\" selected".formatted(field));
		confirm(decided);
		assertThat(members()).containsExactlyInAnyOrder(logins.split(","));
	}

	@ParameterizedTest
	@CsvSource({ "anna boris, 'anna,boris'", "'CLARA,Anna  boris\nanna boris', 'anna,boris,clara'",
			"anna 12, 'anna,tagged'", "Anna Smith, 'Anna Smith'" })
	void splitsAnUnknownEntryAtBlanksWhenTheAccountWantsIt(String text, String logins) {
		String list = paste(text.replace("\\n", "\n"));
		boolean offered = this.editor.get(list).body().contains("id=\"words\"");
		assertThat(offered).isEqualTo(!logins.equals(text));
		String split = location(this.editor.post(list + "/words", Map.of()));
		String decided = text.contains("12") ? location(this.editor.post(split + "/numbers", Map.of("numbers", "ID")))
				: split;
		assertThat(this.editor.get(decided).body()).contains("id=\"unknown\">0<").doesNotContain("id=\"words\"");
		confirm(decided);
		assertThat(members()).containsExactlyInAnyOrder(logins.split(","));
	}

	@ParameterizedTest
	@ValueSource(strings = { "anna nobody", "1 234", "Anna Nobody <nobody@example.com>", "<anna@example.com> boris" })
	void offersNoSplitWhenAWordIsNoUserOrTheEntryIsANumber(String text) {
		String list = paste(text);
		assertThat(this.editor.get(list).body()).contains("id=\"unknown\">1<").doesNotContain("id=\"words\"");
		assertThat(this.editor.get(location(this.editor.post(list + "/words", Map.of()))).body())
			.contains("id=\"unknown\">1<");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "EMAIL", "x" })
	void refusesAnotherFieldForNumbers(String field) {
		HttpResponse<String> answer = this.editor.post(paste("3") + "/numbers", Map.of("numbers", field));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("id=\"numbers-error\"", "Choose ID, external ID or login.");
	}

	@Test
	void saysForEachEntryWhatItWasMatchedBy() {
		String page = flat(this.editor.get(paste("1\nBORIS\nclara@example.com\nc-4\nclara\nnobody")).body());
		assertThat(page).contains("Matched by User 1 ID anna anna@example.com BORIS login boris boris@example.com "
				+ "clara@example.com e-mail clara clara@example.com c-4 external ID david david@example.com "
				+ "clara login clara clara@example.com");
	}

	@Test
	void showsTheMatchedEntriesPageByPage() {
		Sql.addUsers(jdbc(), 150);
		List<String> bulk = jdbc().sql("SELECT login FROM users WHERE login LIKE 'bulk%' ORDER BY id")
			.query(String.class)
			.list();
		String list = paste(String.join("\n", bulk));
		String first = this.editor.get(list).body();
		assertThat(first).contains(bulk.get(99) + "<", "rel=\"next\"")
			.doesNotContain(bulk.get(100) + "<", "rel=\"prev\"");
		String next = first.replaceFirst("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1");
		String second = this.editor.get(next, "HX-Request", "true").body();
		assertThat(second).startsWith("<div id=\"table\"")
			.contains(bulk.get(149) + "<", "rel=\"prev\"")
			.doesNotContain(bulk.get(99) + "<");
	}

	@Test
	void resolvesAnAmbiguousTextNowhere() {
		String problem = "“ambig” fits several users: other (#18), ambig (#17). Enter the e-mail, or the ID with a #.";
		HttpResponse<String> added = this.editor.post("/segments/" + this.segment + "/members",
				Map.of("user", "ambig"));
		assertThat(added.statusCode()).isEqualTo(422);
		assertThat(added.body()).contains("id=\"user-error\"", problem);
		assertThat(this.editor.get("/history?users=ambig").body()).contains(problem).doesNotContain("act-sentence");
		assertThat(members()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ambig1@example.com", "#17", "Ambig <ambig1@example.com>" })
	void findsAUserByAnotherNameThatFitsOnlyThisOne(String name) {
		this.editor.post("/segments/" + this.segment + "/members", Map.of("user", name));
		assertThat(members()).containsExactly("ambig");
	}

	@Test
	void filtersTheHistoryByANameWithABlank() {
		this.editor.post("/segments/" + this.segment + "/members", Map.of("user", "Anna Smith"));
		assertThat(members()).containsExactly("Anna Smith");
		assertThat(this.editor.get("/history?users=anna%20smith%0Agleb").body())
			.contains("added \u2068Anna Smith\u2069 to", "anna smith, gleb")
			.doesNotContain("fits several users", "No user has");
	}

	/** Other forms have at most 64 KB. */
	@Test
	void acceptsALongList() {
		String list = Imports.follow(this.editor, this.editor.post("/segments/" + this.segment + "/members/paste",
				Map.of("text", "anna\n" + "nobody\n".repeat(90_000))));
		confirm(list);
		assertThat(members()).containsExactly("anna");
	}

	@Test
	void showsALongListAgainThatIsRefused() {
		String line = "<b> & \"ж\"\n";
		HttpResponse<String> answer = this.editor.post("/segments/" + this.segment + "/members/paste",
				Map.of("text", line.repeat(110_000), "ttl", "soon"));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("value=\"soon\"",
				"&lt;b&gt; &amp; &quot;ж&quot;\n".repeat(110_000) + "</textarea>");
	}

	@Test
	void readsALongListOnceThatIsSentTwice() {
		Map<String, String> form = Map.of("_key", "twice-" + this.segment, "text",
				"anna\n" + "nobody\n".repeat(20_000));
		String path = "/segments/" + this.segment + "/members/paste";
		assertThat(location(this.editor.post(path, form))).isEqualTo(location(this.editor.post(path, form)))
			.isNotEqualTo(location(this.editor.post(path,
					Map.of("_key", "twice-" + this.segment, "text", "boris\n" + "nobody\n".repeat(20_000)))));
	}

	private String paste(String text) {
		return location(this.editor.post("/segments/" + this.segment + "/members/paste", Map.of("text", text)));
	}

	private void confirm(String list) {
		assertThat(Imports.follow(this.editor, this.editor.post(list, Map.of()))).isEqualTo(list);
	}

	private List<String> members() {
		return jdbc().sql("SELECT login FROM memberships JOIN users ON id = user_id WHERE segment_id = :id ORDER BY id")
			.param("id", this.segment)
			.query(String.class)
			.list();
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers()
			.firstValue("Location")
			.map((location) -> location.replaceFirst("^http://[^/]+", ""))
			.orElseThrow(() -> new AssertionError(answer.body()));
	}

	private static String flat(String html) {
		return html.replaceAll("(?s)<svg.*?</svg>|<[^>]*>", " ").replaceAll("\\s+", " ");
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
