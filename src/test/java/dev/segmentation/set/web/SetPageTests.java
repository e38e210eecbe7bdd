package dev.segmentation.set.web;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.LongStream;

import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
class SetPageTests {

	private static final String DIFFERENCE = "ALPHA and not BETA";

	@Autowired
	TestDatabase database;

	@Autowired
	Pages editor;

	@Autowired
	Pages viewer;

	private long alpha;

	private long beta;

	@BeforeEach
	void addSegments() {
		this.database.jdbc().sql("DELETE FROM segments USING begin_act('page', 1, NULL)").update();
		Long[] users = LongStream.range(0, 5)
			.mapToObj((user) -> Sql.addUser(this.database.jdbc()))
			.toArray(Long[]::new);
		this.alpha = Sql.addSegment(this.database.jdbc(), "ALPHA", "0");
		this.beta = Sql.addSegment(this.database.jdbc(), "BETA", "0");
		add(this.alpha, users[0], users[1], users[2]);
		add(this.beta, users[2], users[3]);
	}

	private void add(long segment, Long... users) {
		this.database.jdbc()
			.sql("SELECT added FROM add_segment_members(:segment, :users, NULL, NULL, 'api', 1)")
			.param("segment", segment)
			.param("users", users)
			.query(Long.class)
			.single();
	}

	@ParameterizedTest
	@CsvSource({ "alpha and not beta,2 users", "ALPHA or BETA,4 users", "ALPHA and BETA,1 user" })
	void showsUsers(String expression, String users) {
		assertThat(this.viewer.get("/sets?of=" + encoded(expression)).body()).contains(">" + users + "<")
			.doesNotContain("Use this set");
	}

	@Test
	void saysWhatIsWrongBesideTheField() {
		String page = this.viewer.get("/sets?of=ALPHA+and+DELTA").body();
		assertThat(page).contains("No segment is named “DELTA”.").contains("value=\"ALPHA and DELTA\"");
		assertThat(this.editor.get("/sets/users.csv?of=DELTA").statusCode()).isEqualTo(400);
	}

	@Test
	void combinesSegmentsWithoutJavaScript() {
		String start = location(this.viewer.get("/sets?operator=and+not&segment=BETA"));
		assertThat(start).isEqualTo("/sets?of=not%20BETA");
		String next = location(this.viewer.get(start + "&operator=and&segment=ALPHA"));
		assertThat(next).isEqualTo("/sets?of=%28not%20BETA%29%20and%20ALPHA");
		assertThat(this.viewer.get(next).body()).contains(">2 users<");
	}

	@Test
	void becomesASegment() {
		HttpResponse<String> answer = use("CREATE", "ONLY ALPHA");
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(size("ONLY ALPHA")).isEqualTo(2);
		assertThat(note()).isEqualTo(DIFFERENCE);
		assertThat(use("CREATE", "only alpha").body()).contains("The name of the segment “ONLY ALPHA” differs only");
		assertThat(use("CREATE", "ONLY ALPHA").body()).contains("Another segment has this name");
		assertThat(use("CREATE", "x").statusCode()).isEqualTo(422);
	}

	@Test
	void isAddedToASegmentAndRemovedFromIt() {
		assertThat(use("ADD", "beta").statusCode()).isEqualTo(302);
		assertThat(size("BETA")).isEqualTo(4);
		assertThat(note()).isEqualTo(DIFFERENCE);
		use("BETA", "REMOVE", "ALPHA", "true");
		assertThat(size("ALPHA")).isZero();
		assertThat(use("ADD", "DELTA").body()).contains("No segment has this name");
	}

	@Test
	void saysWhatWillChangeBeforeItDoes() {
		assertThat(use(DIFFERENCE, "CREATE", "ONLY ALPHA", "false").body()).contains("will be created with 2 members");
		assertThat(use("everyone", "ADD", "beta", "false").body()).contains("users will be added to BETA.",
				"2 users of the set are members already.");
		assertThat(use("everyone", "REMOVE", "BETA", "false").body()).contains("2 users will be removed from BETA.",
				"It has 2 members.", ">Remove 2 users<");
		assertThat(use(DIFFERENCE, "REMOVE", "BETA", "false").body()).contains("Nobody will be removed from BETA.")
			.doesNotContain("Remove 0 users");
		assertThat(size("BETA")).isEqualTo(2);
	}

	@Test
	void saysTheNewNameOfARenamedSegment() {
		this.database.jdbc()
			.sql("UPDATE segments SET name = 'GAMMA' FROM begin_act('page', 1, NULL) WHERE id = ?")
			.param(this.beta)
			.update();
		assertThat(this.viewer.get("/sets?of=beta").body()).contains("“beta” is named “GAMMA” now.");
	}

	@Test
	void isRefusedWhenTheExpressionIsWrong() {
		HttpResponse<String> answer = this.editor.post("/sets/use",
				Map.of("of", "ALPHA and", "use", "CREATE", "segment", "DELTA"));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("The expression ends too early.");
	}

	@Test
	void comparesSegments() {
		String page = this.viewer.get("/segments/compare?ids=%d&ids=%d".formatted(this.alpha, this.beta)).body();
		assertThat(page).contains("/sets?of=ALPHA%20and%20BETA", "33.33%", "50%");
		assertThat(location(this.viewer.get("/segments/compare?ids=%d&segment=beta".formatted(this.alpha))))
			.isEqualTo("/segments/compare?ids=%d&ids=%d".formatted(this.alpha, this.beta));
		assertThat(this.viewer.get("/segments/compare?segment=DELTA").body()).contains("No segment is named “DELTA”.");
		assertThat(this.viewer.get("/segments/compare?ids=99999").body()).contains("Choose at least two segments",
				"One segment of this comparison was deleted.");
	}

	private HttpResponse<String> use(String use, String segment) {
		return use(DIFFERENCE, use, segment, "true");
	}

	private HttpResponse<String> use(String set, String use, String segment, String confirmed) {
		return this.editor.post("/sets/use", Map.of("of", set, "use", use, "segment", segment, "confirmed", confirmed));
	}

	private long size(String segment) {
		return this.database.jdbc().sql("""
				SELECT count(*) FROM active_memberships AS m JOIN segments AS s ON s.id = m.segment_id WHERE s.name = ?
				""").param(segment).query(Long.class).single();
	}

	private String note() {
		return this.database.jdbc().sql("SELECT note FROM acts ORDER BY id DESC LIMIT 1").query(String.class).single();
	}

	private static String encoded(String text) {
		return text.replace(" ", "+");
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow();
	}

}
