package dev.segmentation.membership.web;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests that days on pages keep the local time over the next change of the clocks in
 * Berlin.
 */
@HttpTest
class ClockChangeTests {

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	private static final String[] FROM_BERLIN = { "Cookie", "zone=Europe/Berlin" };

	private final Instant change = BERLIN.getRules()
		.nextTransition(Instant.now().plus(3, ChronoUnit.DAYS))
		.getInstant();

	@Autowired
	TestDatabase database;

	@Autowired
	Pages editor;

	private long segment;

	private long user;

	@BeforeEach
	void addAUserAndASegment() {
		this.segment = Sql.addSegment(jdbc());
		this.user = Sql.addUser(jdbc());
	}

	@Test
	void extendsEachMembershipToTheSameLocalTime() {
		Instant over = this.change.minus(12, ChronoUnit.HOURS);
		Instant before = this.change.minus(60, ChronoUnit.HOURS);
		long other = Sql.addUser(jdbc());
		long endless = Sql.addUser(jdbc());
		addUntil(this.user, over);
		addUntil(other, before);
		Sql.addMemberships(jdbc(), endless, this.segment);
		HttpResponse<String> answer = post("/segments/%d/members/end".formatted(this.segment), Map.of("users",
				"%d,%d,%d,999999999".formatted(this.user, other, endless), "change", "LATER", "by", "1d"));
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(end(this.user)).isEqualTo(over.atZone(BERLIN).plusDays(1).toInstant())
			.isNotEqualTo(over.plus(1, ChronoUnit.DAYS));
		assertThat(end(other)).isEqualTo(before.plus(1, ChronoUnit.DAYS));
		assertThat(this.editor.get("/segments/" + this.segment).body()).contains("Extended for 2 users",
				"1 user has no end", "1 user had already left");
	}

	@Test
	void countsDaysFromNow() {
		long days = Duration.between(Instant.now(), this.change).toDays() + 2;
		String ttl = days + "d";
		post("/segments/%d/members".formatted(this.segment), Map.of("user", "#" + this.user, "ttl", ttl));
		assertSameLocalTime(days);
		post("/segments/%d/members/end".formatted(this.segment),
				Map.of("users", String.valueOf(this.user), "change", "AFTER", "ttl", ttl));
		assertSameLocalTime(days);
		remove();
		post("/users/%d/segments/add".formatted(this.user),
				Map.of("segment", String.valueOf(this.segment), "ttl", ttl));
		assertSameLocalTime(days);
		remove();
		HttpResponse<String> list = post("/segments/%d/members/paste".formatted(this.segment),
				Map.of("text", "#" + this.user, "ttl", ttl));
		post(list.headers().firstValue("Location").orElseThrow(), Map.of());
		assertSameLocalTime(days);
	}

	private void assertSameLocalTime(long days) {
		LocalDateTime end = LocalDateTime.ofInstant(end(this.user), BERLIN);
		assertThat(end).isCloseTo(LocalDateTime.now(BERLIN).plusDays(days), within(2, ChronoUnit.MINUTES));
	}

	private void remove() {
		post("/segments/%d/members/remove".formatted(this.segment), Map.of("users", String.valueOf(this.user)));
	}

	private void addUntil(long userId, Instant end) {
		jdbc().sql("""
				SELECT add_memberships(:user, ARRAY[:segment]::bigint[], NULL, CAST(:end AS timestamptz), 'api', 1)
				""")
			.param("user", userId)
			.param("segment", this.segment)
			.param("end", end.toString())
			.query()
			.singleRow();
	}

	private Instant end(long userId) {
		return Sql.end(jdbc(), userId, this.segment);
	}

	private HttpResponse<String> post(String path, Map<String, String> form) {
		return this.editor.post(path, form, FROM_BERLIN);
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
