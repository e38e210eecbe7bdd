package dev.segmentation.membership.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that all pages and the API show the same start of a membership.
 */
@HttpTest
class StartOfMembershipTests {

	private static final Pattern MEMBERS = Pattern.compile("<time class=\"ago\" datetime=\"([^\"]+)\"[^>]*data-ago>");

	private static final Pattern LEAVE = Pattern.compile("name=\"since\" value=\"([^\"]+)\"");

	private static final Pattern TIMELINE = Pattern.compile("phone-only\">Added</span>\\s*<time datetime=\"([^\"]+)\"");

	private static final Pattern ACT = Pattern.compile("<td class=\"below\"><time datetime=\"([^\"]+)\"");

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	Pages editor;

	private long user;

	private long segment;

	@BeforeEach
	void addAUserAndASegment() {
		this.user = Sql.addUser(jdbc());
		this.segment = Sql.addSegment(jdbc());
	}

	@Test
	void isTheSameAfterAnAddition() {
		add("");
		assertSameEverywhere();
	}

	@Test
	void staysAfterAnExtension() {
		add("2d");
		Instant start = start();
		post("/members/end", Map.of("users", String.valueOf(this.user), "change", "LATER", "by", "1d"));
		assertThat(start()).isEqualTo(start);
		assertSameEverywhere();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "7d" })
	void isTheLatestAfterARemoval(String ttl) {
		add("");
		post("/members/remove", Map.of("users", String.valueOf(this.user)));
		add(ttl);
		assertSameEverywhere();
	}

	@Test
	void isTheLatestAfterAnExpiry() {
		add("300ms");
		await().until(() -> !this.editor.get(path()).body().contains("/users/" + this.user + "\""));
		add("");
		assertSameEverywhere();
	}

	/** The statement has waited, so the history dates the addition later. */
	@Test
	void isTheDateOfTheHistoryAfterALongAddition() {
		jdbc().sql("""
				WITH act AS MATERIALIZED (SELECT begin_act('page', 1, NULL))
				INSERT INTO memberships (user_id, segment_id, added_at)
				SELECT :user, :segment, clock_timestamp() - interval '1 minute' FROM act
				""").param("user", this.user).param("segment", this.segment).update();
		assertSameEverywhere();
	}

	private void assertSameEverywhere() {
		Instant start = start();
		String userPath = "/users/" + this.user;
		assertThat(instant(MEMBERS, path())).as("members").isEqualTo(start);
		assertThat(instant(MEMBERS, path() + "?q=" + this.user)).as("search for members").isEqualTo(start);
		assertThat(instant(MEMBERS, userPath)).as("segments of the user").isEqualTo(start);
		assertThat(instant(LEAVE, userPath + "/segments/" + this.segment + "/remove")).as("removal").isEqualTo(start);
		assertThat(instant(TIMELINE, userPath + "/timeline")).as("timeline").isEqualTo(start);
		assertThat(instant(ACT, "/history/" + act())).as("history").isEqualTo(start);
		assertThat(fromApi()).as("API").isEqualTo(start);
	}

	private Instant fromApi() {
		ZonedDateTime month = Instant.now().atZone(ZoneOffset.UTC);
		String query = "/operations/history?year=%d&month=%d&user_ids=%d".formatted(month.getYear(),
				month.getMonthValue(), this.user);
		return this.api.as(TestAccount.EDITOR)
			.get(query)
			.json()
			.get("operations")
			.valueStream()
			.filter((line) -> line.get("type").asString().equals("added"))
			.map((JsonNode line) -> Instant.parse(line.get("date").asString()))
			.max(Instant::compareTo)
			.orElseThrow();
	}

	private Instant instant(Pattern pattern, String path) {
		String page = this.editor.get(path).body();
		Matcher matcher = pattern.matcher(page.substring(page.indexOf("<table") + 1));
		assertThat(matcher.find()).as(path).isTrue();
		return Instant.parse(matcher.group(1));
	}

	private Instant start() {
		return newest("date", OffsetDateTime.class).toInstant();
	}

	private long act() {
		return newest("act_id", Long.class);
	}

	private <T> T newest(String column, Class<T> type) {
		return jdbc()
			.sql("SELECT %s FROM operations WHERE segment_id = ? AND type = 'added' ORDER BY date DESC LIMIT 1"
				.formatted(column))
			.param(this.segment)
			.query(type)
			.single();
	}

	private void add(String ttl) {
		post("/members", Map.of("user", "#" + this.user, "ttl", ttl));
	}

	private void post(String path, Map<String, String> form) {
		assertThat(this.editor.post(path() + path, form).statusCode()).isEqualTo(302);
	}

	private String path() {
		return "/segments/" + this.segment;
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
