package dev.segmentation.history.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.RecordedAct;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Filters by more users than an address holds.
 */
@HttpTest
class UserListPageTests {

	private static long maria;

	private static long segment;

	@Autowired
	Pages viewer;

	@Autowired
	Pages editor;

	@Autowired
	TestDatabase database;

	@BeforeAll
	static void addActs(@Autowired TestDatabase database) {
		maria = Sql.addUser(database.jdbc(), "maria");
		segment = Sql.addSegment(database.jdbc(), "MANY", "0");
		Sql.addMemberships(database.jdbc(), maria, segment);
		RecordedAct.at(database.jdbc(), "2026-03-10T12:00:00Z", "api", 1L, null)
			.added(5, "BETA", LongStream.rangeClosed(100_001, 100_400).toArray());
	}

	@Test
	void keepsAPastedListUnderAnAddressThatReportsAndSavedFiltersCarry() {
		String pasted = LongStream.rangeClosed(100_101, 100_500)
			.mapToObj(String::valueOf)
			.collect(Collectors.joining("\n", "maria\tMARIA@example.com\n", "\n"));
		String address = paste("/history/users?month=2026-03&zone=UTC", pasted).headers()
			.firstValue("Location")
			.orElseThrow()
			.replaceFirst("^https?://[^/]+", "");
		assertThat(address).matches("/history\\?month=2026-03&users=list%3A401-[A-Za-z0-9_-]{22}&zone=UTC");
		assertThat(this.viewer.get(address).body()).contains("List of 401 users", "act-sentence",
				"value=\"List of 401 users\"");
		String filter = address.substring(address.indexOf('?') + 1);
		assertThat(this.viewer.get("/reports/history.csv?preset=API&separator=COMMA&" + filter).body().lines().skip(1))
			.hasSize(300)
			.allMatch((line) -> line.contains(",BETA,added,"));
		assertThat(this.viewer.get("/history/users?" + filter).body()).contains("#" + maria + "\n#100101\n#100102");
		this.editor.post("/filters/new", Map.of("page", address, "name", "pasted"));
		assertThat(this.editor.get("/history").body()).contains("users=list%3A401-");
	}

	@Test
	void hasOneAddressForTheSameUsers() {
		assertThat(paste("/history/users", "3,1,2").headers().firstValue("Location"))
			.isEqualTo(paste("/history/users", "[1, 2, 3, 1]").headers().firstValue("Location"));
	}

	@Test
	void saysWhichTextsNameNoUserOrSeveral() {
		Sql.addUser(this.database.jdbc(), "twin");
		this.database.jdbc().sql("UPDATE users SET external_id = 'twin' WHERE id = :id").param("id", maria).update();
		String text = "twin\nnobody\n100001";
		HttpResponse<String> answer = paste("/history/users", text);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("2 texts name no user or several. 1 user was found.",
				"“twin” fits several users: ", "e-mail “nobody”. Check the spelling.", "twin\nnobody\n100001");
		HttpResponse<String> skipped = this.viewer.post("/history/users", Map.of("text", text, "skip", "true"));
		assertThat(skipped.headers().firstValue("Location").orElseThrow()).contains("/history?users=list%3A1-");
		assertThat(this.viewer.post("/history/users", Map.of("text", "nobody", "skip", "true")).body())
			.contains("No user was found.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0    | Paste at least one
			2001 | Too many users. Enter at most 2,000.
			""")
	void hasLimits(int users, String problem) {
		String text = IntStream.rangeClosed(1, users).mapToObj(String::valueOf).collect(Collectors.joining(","));
		assertThat(paste("/history/users", text).body()).contains(problem);
	}

	@Test
	void isReachedFromTheFilterAndKeepsTheOthers() {
		assertThat(this.viewer.get("/history?cause=api").body()).contains("href=\"/history/users?cause=api\"");
		assertThat(this.viewer.get("/history?users=1&cause=api", "HX-Request", "true").body())
			.contains("id=\"paste-users\"", "hx-swap-oob=\"true\"");
	}

	@Test
	void leadsFromSegmentsAndUsersToTheFilesOfTheirHistory() {
		String ofSegment = "?segment=MANY%20%23" + segment;
		String ofUser = "?users=%23" + maria;
		for (List<String> page : List.of(List.of("/segments/" + segment, ofSegment),
				List.of("/segments/" + segment + "/history", ofSegment),
				List.of("/users/" + maria + "/timeline", ofUser), List.of("/search?q=maria", ofUser),
				List.of("/users?q=maria", ofUser))) {
			String download = "href=\"/reports/download" + page.getLast() + "\"";
			String share = "href=\"/reports/new" + page.getLast() + "\"";
			assertThat(this.editor.get(page.getFirst()).body()).as(page.getFirst()).contains(download, share);
			assertThat(this.viewer.get(page.getFirst()).body()).as(page.getFirst())
				.contains(download)
				.doesNotContain(share);
		}
		assertThat(this.editor.get("/reports/download" + ofUser).body()).contains("About 1 line");
	}

	private HttpResponse<String> paste(String address, String text) {
		return this.viewer.post(address, Map.of("text", text));
	}

}
