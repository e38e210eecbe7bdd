package dev.segmentation.membership.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.segmentation.support.Api;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@HttpTest
@HistoryAgrees
class SweptExpiryTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Test
	void recordsTheExpiryAutomatically() {
		long user = Sql.addUser(this.database.jdbc());
		long segment = Sql.addSegment(this.database.jdbc());
		Instant end = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MICROS);
		Api editor = this.api.as(TestAccount.EDITOR);
		editor.post("/operations/add_segments",
				"{\"user_id\": %d, \"segment_ids\": [%d], \"ttl\": \"%s\"}".formatted(user, segment, end));
		ZonedDateTime month = end.atZone(ZoneOffset.UTC);
		String query = "/operations/history?year=%d&month=%d&user_ids=%d".formatted(month.getYear(),
				month.getMonthValue(), user);
		await().until(() -> editor.get(query).json().get("operations").findValuesAsString("type").contains("deleted"));
		List<JsonNode> lines = List.copyOf(editor.get(query).json().get("operations").values());
		assertThat(Instant.parse(lines.getLast().get("date").asString())).isEqualTo(end);
		assertThat(editor.get("/users/active_segments?user_id=" + user).body()).isEqualTo("{\"segments\":[]}");
	}

}
