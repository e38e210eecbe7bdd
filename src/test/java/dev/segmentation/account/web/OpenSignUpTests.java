package dev.segmentation.account.web;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.ChangedSettingsTest;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestMember;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ChangedSettingsTest
@HistoryAgrees
class OpenSignUpTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Test
	void letsAMemberUseTheWholeApi() {
		TestMember member = TestMember.signUp(this.api);
		Answer created = member.api().post("/segments/create", "{\"name\": \"OPEN\"}");
		assertThat(created.status()).isEqualTo(201);
		long segment = created.json().get("id").asLong();
		assertThat(member.api()
			.post("/operations/add_segments",
					"{\"user_id\": %d, \"segment_ids\": [%d]}".formatted(member.userId(), segment))
			.status()).isEqualTo(201);
		assertThat(member.api().get("/segments/active_users?segment_id=" + segment).json().get("users")).hasSize(1);
		assertThat(member.api().get("/operations/history?year=2020&month=1").status()).isEqualTo(200);
		assertThat(member.api().get("/reports/file?year=2020&month=1").status()).isEqualTo(200);
		assertThat(member.api().get("/reports/link?year=2020&month=1").error())
			.isEqualTo("google drive service is not available");
		assertThat(member.api().delete("/segments/delete", "{\"name\": \"OPEN\"}").status()).isEqualTo(204);
	}

	@Test
	void letsAMemberReadTheSegmentsOfAllUsers() {
		TestMember member = TestMember.signUp(this.api);
		long other = Sql.addUser(this.database.jdbc());
		assertThat(member.api().get("/users/active_segments?user_id=" + other).status()).isEqualTo(200);
		assertThat(member.api().get("/users/active_segments?user_id=999999999").error())
			.isEqualTo("user does not exist");
	}

}
