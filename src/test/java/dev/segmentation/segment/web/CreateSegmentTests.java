package dev.segmentation.segment.web;

import java.util.Map;
import java.util.stream.Stream;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
class CreateSegmentTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Test
	void returnsTheNewId() {
		Answer answer = create("{\"name\": \"VOICE-MESSAGE\"}");
		assertThat(answer.status()).isEqualTo(201);
		long id = answer.json().get("id").asLong();
		assertThat(answer.body()).isEqualTo("{\"id\":%d}".formatted(id));
		assertThat(get(id).body()).isEqualTo("{\"segment\":{\"id\":%d,\"name\":\"VOICE-MESSAGE\"}}".formatted(id));
	}

	static Stream<String> names() {
		return Stream
			.of("AB", "a".repeat(64), "😀".repeat(64), "😀😀", "Скидка 30 %", "\"quoted\"", "it's", "back\\slash",
					"line\nbreak", "\r\n\t", "x\t", " leading and trailing ", "'; DROP TABLE segments; --", "<script>",
					"=1+1", "{json: []}", "${x} :name ?", "%_", "\u202eright to left", "\ud83d\udc68\u200d\ud83d\udc69")
			.filter((name) -> !name.isBlank());
	}

	@ParameterizedTest
	@MethodSource("names")
	void acceptsAnyNameAndReturnsIt(String name) {
		long id = createNamed(name).json().get("id").asLong();
		assertThat(get(id).json().get("segment").get("name").asString()).isEqualTo(name);
		Answer deleted = as().delete("/segments/delete", JsonMapper.shared().writeValueAsString(Map.of("name", name)));
		assertThat(deleted.status()).isEqualTo(204);
		assertThat(get(id).error()).isEqualTo("segment/segments does not exist");
	}

	static Stream<String> badNames() {
		return Stream.of("", "a", "😀", "a".repeat(65), "😀".repeat(65), "  ", "\n\n", "\u00a0\u2003", "nul\u0000",
				"b".repeat(900_000));
	}

	@ParameterizedTest
	@MethodSource("badNames")
	void refusesAnInvalidName(String name) {
		assertRefused(createNamed(name), 400, "invalid input");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"name\": null}", "{\"name\": 12}", "{\"name\": [\"AB\"]}", "{\"name\": {}}",
			"{\"name\": true}", "{\"nome\": \"AB\"}", "{\"name\": \"PC\", \"assign_percent\": \"50\"}",
			"{\"name\": \"PC\", \"assign_percent\": \"\"}", "{\"name\": \"PC\", \"assign_percent\": true}",
			"{\"name\": \"PC\", \"assign_percent\": []}", "{\"name\": \"PC\", \"assign_percent\": {}}",
			"{\"name\": \"PC\", \"assign_percent\": NaN}", "{\"name\": \"PC\", \"assign_percent\": Infinity}",
			"{\"name\": \"PC\", \"assign_percent\": 0x10}", "{\"name\": \"PC\", \"assign_percent\": .5}",
			"{\"name\": \"PC\", \"assign_percent\": 1e99999999999}",
			"{\"name\": \"PC\", \"assign_percent\": 1e-99999999999}" })
	void refusesAMissingNameOrAnotherType(String body) {
		assertRefused(create(body), 400, "invalid input");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "-0.001", "-100", "-1e-999999999", "-1e999999999" })
	void refusesANegativePercentage(String percent) {
		assertRefused(create("{\"name\": \"PERCENT\", \"assign_percent\": %s}".formatted(percent)), 400,
				"assign percent must be greater than zero");
	}

	@ParameterizedTest
	@ValueSource(strings = { "100.001", "101", "1e3", "1e999999", "1e999999999", "100.0000000000000000000001" })
	void refusesAPercentageAbove100(String percent) {
		assertRefused(create("{\"name\": \"PERCENT\", \"assign_percent\": %s}".formatted(percent)), 400,
				"assign percent must not be greater than 100");
	}

	@Test
	void refusesATakenName() {
		create("{\"name\": \"TAKEN\"}");
		assertRefused(create("{\"name\": \"TAKEN\"}"), 409, "segment already exists");
		assertThat(create("{\"name\": \"taken\"}").status()).isEqualTo(201);
	}

	@Test
	void checksTheBodyBeforeTheDatabase() {
		create("{\"name\": \"FIRST\"}");
		assertRefused(create("{\"name\": \"FIRST\", \"assign_percent\": -1}"), 400,
				"assign percent must be greater than zero");
		assertRefused(create("{\"name\": \"FIRST\", \"assign_percent\": 200}"), 400,
				"assign percent must not be greater than 100");
		assertRefused(create("{\"name\": \"FIRST\", \"assign_percent\": \"x\"}"), 400, "invalid input");
	}

	@Test
	void storesNothingWhenTheNameIsTaken() {
		Sql.addUser(this.database.jdbc());
		create("{\"name\": \"TWICE\", \"assign_percent\": 100}");
		long operations = count("operations");
		create("{\"name\": \"TWICE\", \"assign_percent\": 100}");
		assertThat(count("operations")).isEqualTo(operations);
		assertThat(this.database.historyMismatches()).isEmpty();
	}

	private long count(String table) {
		return this.database.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
	}

	private static void assertRefused(Answer answer, int status, String error) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.error()).isEqualTo(error);
	}

	private Answer createNamed(String name) {
		JsonNode body = JsonMapper.shared().valueToTree(Map.of("name", name));
		return create(body.toString());
	}

	private Answer create(String body) {
		return as().post("/segments/create", body);
	}

	private Answer get(long id) {
		return as().get("/segments/" + id);
	}

	private Api as() {
		return this.api.as(TestAccount.EDITOR);
	}

}
