package dev.segmentation.command;

import java.util.List;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients of the reference service after their database was carried over.
 */
@HttpTest
class CarriedOverTests {

	private static final ReferenceDatabase source = ReferenceDatabase.of("reference.sql");

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@BeforeAll
	static void carryOver(@Autowired TestDatabase database) {
		assertThat(source.carryOverTo(database, "--apply").err()).isEmpty();
	}

	@Test
	void signInWithTheOldPasswordOnceAndThenWithANewHash() {
		assertThat(hash(1)).startsWith("{salted-sha1}");
		assertThat(signIn("maksim-go", "qwerty124")).isEqualTo(400);
		assertThat(hash(1)).startsWith("{salted-sha1}");
		assertThat(signIn("maksim-go", "qwerty123")).isEqualTo(200);
		assertThat(hash(1)).startsWith("{argon2}");
		assertThat(signIn("maksim-go", "qwerty123")).isEqualTo(200);
		assertThat(signIn("boris", "qwerty123")).isEqualTo(400);
	}

	private int signIn(String login, String password) {
		return this.api.post("/users/sign-in", """
				{"login": "%s", "password": "%s"}""".formatted(login, password)).status();
	}

	private String hash(long userId) {
		return this.database.jdbc()
			.sql("SELECT password_hash FROM accounts WHERE user_id = :id")
			.param("id", userId)
			.query(String.class)
			.single();
	}

	@Test
	void readTheSameSegmentsUsersAndMembers() {
		Api viewer = this.api.as(TestAccount.VIEWER);
		assertThat(viewer.get("/segments/").body()).isEqualTo("""
				{"segments":[{"id":7,"name":"AVITO-INTERNS"},{"id":10,"name":"VOICE-MESSAGE","assign_percent":0.5},\
				{"id":11,"name":"TOO-MANY","assign_percent":1}]}""");
		for (long user = 1; user <= 3; user++) {
			JsonNode segments = viewer.get("/users/active_segments?user_id=" + user).json().get("segments");
			assertThat(segments.valueStream().map((segment) -> segment.get("name").asString()))
				.containsExactlyElementsOf(source.activeSegments(user));
		}
		for (long segment : List.of(7L, 10L, 11L)) {
			JsonNode users = viewer.get("/segments/active_users?segment_id=" + segment).json().get("users");
			assertThat(users.valueStream().map(CarriedOverTests::user))
				.containsExactlyElementsOf(source.activeUsers(segment));
		}
	}

	private static String user(JsonNode user) {
		String registered = user.get("registered_at").asString().replace("Z", "");
		return "%d %s %s".formatted(user.get("id").asLong(), user.get("login").asString(),
				registered.contains(".") ? registered : registered + ".000000");
	}

	@Test
	void readTheOldHistoryAndTheLinesThatItLacked() {
		JsonNode history = this.api.as(TestAccount.VIEWER)
			.get("/operations/history?year=2023&month=8&page=1&page_size=100")
			.json();
		assertThat(history.get("operations").valueStream().map(CarriedOverTests::operation)).containsExactly(
				"1 AVITO-INTERNS added 2023-08-28T10:29:19.411860Z",
				"1 VOICE-MESSAGE added 2023-08-28T10:29:19.411860Z",
				"1 AVITO-INTERNS deleted 2023-08-30T11:59:59.999999Z", "1 AVITO-INTERNS added 2023-08-30T12:00:00Z",
				"2 AVITO-INTERNS added 2023-08-31T23:59:59.999998Z",
				"2 AVITO-INTERNS deleted 2023-08-31T23:59:59.999999Z");
	}

	private static String operation(JsonNode line) {
		return String.join(" ", line.get("user_id").asString(), line.get("segment_name").asString(),
				line.get("type").asString(), line.get("date").asString());
	}

	private long count(String table) {
		return this.database.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
	}

}
