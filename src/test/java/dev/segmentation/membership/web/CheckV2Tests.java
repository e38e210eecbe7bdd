package dev.segmentation.membership.web;

import java.util.stream.Collectors;
import java.util.stream.LongStream;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.ApiV2;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static dev.segmentation.support.ApiV2.assertProblem;
import static dev.segmentation.support.ApiV2.assertWrong;
import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
class CheckV2Tests {

	private static final String PATH = "/memberships/check";

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	ApiV2 viewer;

	@BeforeEach
	void signIn() {
		this.viewer = ApiV2.as(TestAccount.VIEWER, this.api);
	}

	@Test
	void answersInTheOrderOfTheQuestions() {
		long member = Sql.addUser(this.database.jdbc(), "check-member");
		long other = Sql.addUser(this.database.jdbc());
		long segment = Sql.addSegment(this.database.jdbc(), "CHECKED", "0");
		Sql.addMemberships(this.database.jdbc(), member, segment);
		Answer answer = this.viewer.post(PATH, """
				{"users": [%d, "login:check-member", {"login": "nobody"}], "segments": ["name:CHECKED", "name:NONE"]}
				""".formatted(other));
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.json().get("items")).extracting(CheckV2Tests::line)
			.containsExactly("id:%d name:CHECKED false ".formatted(other),
					"id:%d name:NONE false segment_not_found".formatted(other), "login:check-member name:CHECKED true ",
					"login:check-member name:NONE false segment_not_found",
					"login:nobody name:CHECKED false user_not_found", "login:nobody name:NONE false user_not_found");
		Answer pairs = this.viewer.post(PATH, """
				{"pairs": [{"user": "login:check-member", "segment": %d}]}""".formatted(segment));
		assertThat(pairs.json().get("items")).extracting(CheckV2Tests::line)
			.containsExactly("login:check-member id:%d true ".formatted(segment));
		Answer all = this.viewer.post(PATH,
				"{\"users\": [\"login:check-member\", \"login:nobody\", %d]}".formatted(other));
		assertThat(all.json().get("items")).extracting(CheckV2Tests::line)
			.containsExactly("login:check-member id:%d true ".formatted(segment),
					"login:nobody null false user_not_found");
	}

	private static String line(JsonNode item) {
		return "%s %s %s %s".formatted(item.get("user").asString(), item.get("segment").asString("null"),
				item.get("member").asBoolean(), item.at("/error/code").asString(""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"segments\": [1]}", "{\"users\": [1], \"pairs\": []}",
			"{\"segments\": [1], \"pairs\": []}" })
	void refusesAnUnclearQuestion(String body) {
		assertWrong(this.viewer.post(PATH, body), "", "invalid_value");
	}

	@Test
	void namesWhatIsNoReference() {
		assertWrong(this.viewer.post(PATH, "{\"users\": [1, \"anna\"]}"), "/users/1", "invalid_reference");
		assertWrong(this.viewer.post(PATH, "{\"pairs\": [{\"user\": 1, \"segment\": {\"id\": 1, \"name\": \"A\"}}]}"),
				"/pairs/0/segment", "invalid_reference");
		assertWrong(this.viewer.post(PATH, "{\"pairs\": [{\"user\": 1}]}"), "/pairs/0/segment", "required");
	}

	@Test
	void answersTenThousandQuestionsAndNoMore() {
		String users = LongStream.rangeClosed(1, 5001).mapToObj(Long::toString).collect(Collectors.joining(","));
		assertWrong(this.viewer.post(PATH, "{\"users\": [%s], \"segments\": [1, 2]}".formatted(users)), "",
				"too_many_items");
		Answer most = this.viewer.post(PATH,
				"{\"users\": [%s], \"segments\": [1, 2]}".formatted(users.replaceFirst("^1,", "")));
		assertThat(most.json().get("items")).hasSize(10_000);
		assertProblem(new ApiV2(this.api).post(PATH, "{}"), 401, "unauthenticated");
	}

}
