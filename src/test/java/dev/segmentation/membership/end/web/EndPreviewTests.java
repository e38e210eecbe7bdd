package dev.segmentation.membership.end.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;

import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.SignedIn;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an entered end means, before it is sent.
 */
@HttpTest
class EndPreviewTests {

	private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

	@Autowired
	Pages editor;

	@Autowired
	SignedIn signedIn;

	@Autowired
	TestDatabase database;

	@ParameterizedTest
	@CsvSource({ "14, 14", "14 days, 14", "14d, 14", "2 weeks, 14", "14 дней, 14", "2 недели, 14", "1 day, 1" })
	void saysWhenADurationEnds(String ttl, int days) {
		String day = LocalDateTime.now(MOSCOW).plusDays(days).getDayOfMonth() + "";
		assertThat(preview("en", Map.of("ttl", ttl))).contains("Until ", " " + day + ",", "(Moscow)");
		assertThat(preview("ru", Map.of("ttl", ttl))).contains("До: ", day, "(Москва)");
	}

	@Test
	void saysHowPresentEndsMove() {
		Instant first = Instant.now().plus(1, ChronoUnit.DAYS);
		Instant last = first.plus(1, ChronoUnit.DAYS);
		Map<String, String> one = Map.of("change", "LATER", "by", "a week", "first", first + "", "last", first + "");
		assertThat(preview("en", one)).contains("Until ", " instead of ");
		Map<String, String> several = Map.of("change", "LATER", "by", "7", "first", first + "", "last", last + "");
		assertThat(preview("en", several)).contains("New ends between ", " and ");
		assertThat(preview("en", Map.of("change", "LATER", "by", "7"))).contains("nothing will change");
		assertThat(preview("en", Map.of("change", "NEVER"))).contains("No end");
	}

	@ParameterizedTest
	@CsvSource({ "ttl, soon, Invalid duration", "until, 2020-01-01T00:00, must be in the future",
			"until, tomorrow, Invalid date" })
	void saysWhatIsInvalid(String field, String text, String error) {
		assertThat(preview("en", Map.of(field, text))).contains(error).doesNotContain("Until");
	}

	@Test
	void saysNothingWithoutAnEnd() {
		assertThat(preview("en", Map.of())).isBlank();
	}

	@Test
	void dialogShowsTheCurrentEnds() {
		long segment = Sql.addSegment(this.database.jdbc());
		long[] users = { Sql.addUser(this.database.jdbc()), Sql.addUser(this.database.jdbc()) };
		Sql.addMemberships(this.database.jdbc(), users[0], segment);
		Sql.addMemberships(this.database.jdbc(), users[1], segment);
		String dialog = "/segments/" + segment + "/members/end?users=" + users[0];
		assertThat(this.editor.get(dialog).body()).contains("Currently without an end.");
		this.editor.post("/segments/" + segment + "/members/end",
				Map.of("users", users[0] + "", "change", "AFTER", "ttl", "2 weeks"));
		assertThat(this.editor.get(dialog).body()).contains("Current end: ");
		assertThat(this.editor.get(dialog + "&users=" + users[1]).body()).contains("1 of 2 have an end: ");
	}

	@Test
	void returnsToTheUserWhoseEndWasChanged() {
		long segment = Sql.addSegment(this.database.jdbc());
		long user = Sql.addUser(this.database.jdbc());
		Sql.addMemberships(this.database.jdbc(), user, segment);
		String page = this.signedIn.as(TestAccount.EDITOR).get("/users/" + user).body();
		assertThat(page).contains("/segments/%d/members/end?users=%d".formatted(segment, user));
		assertThat(this.editor
			.post("/segments/" + segment + "/members/end", Map.of("users", user + "", "change", "AFTER", "ttl", "14"),
					"HX-Request", "true", "HX-Current-URL", "http://localhost/users/" + user)
			.headers()
			.firstValue("HX-Redirect")).contains("/users/" + user);
	}

	private String preview(String language, Map<String, String> form) {
		String query = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return this.signedIn.as(TestAccount.EDITOR)
			.get("/ends/preview?" + query, "HX-Request", "true", "Accept-Language", language, "Cookie",
					"zone=Europe/Moscow")
			.body();
	}

}
