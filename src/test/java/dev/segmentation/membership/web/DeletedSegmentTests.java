package dev.segmentation.membership.web;

import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An editor pastes or confirms a list while another editor deletes the segment.
 */
@HttpTest
class DeletedSegmentTests {

	@Autowired
	TestDatabase database;

	@Autowired
	Pages editor;

	private long segment;

	private Connection deletion;

	@BeforeEach
	void connect() throws SQLException {
		this.segment = Sql.addSegment(this.database.jdbc());
		this.deletion = this.database.connect();
		this.deletion.setAutoCommit(false);
	}

	@AfterEach
	void disconnect() throws SQLException {
		this.deletion.close();
	}

	@Test
	void pastingIsAnsweredThatNothingIsThere() throws SQLException {
		delete();
		HttpResponse<String> answer = postWhileDeleted(path("/paste"), Map.of("text", "anna"));
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("Somebody deleted it", "Nothing was changed.");
	}

	@Test
	void aPageThatWasOpenIsAnsweredThatTheSegmentIsGone() throws SQLException {
		delete();
		this.deletion.commit();
		HttpResponse<String> answer = this.editor.post(path("/paste"), Map.of("text", "anna"));
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("This no longer exists", "Nothing was changed.");
		assertThat(this.editor.get("/segments/" + this.segment).body()).contains("Page not found");
	}

	@Test
	void confirmingIsAnsweredThatTheSegmentWasDeleted() throws SQLException {
		long user = Sql.addUser(this.database.jdbc());
		HttpResponse<String> pasted = this.editor.post(path("/paste"), Map.of("text", "" + user));
		String list = URI.create(pasted.headers().firstValue("Location").orElseThrow()).getPath();
		delete();
		HttpResponse<String> answer = postWhileDeleted(list, Map.of());
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("was deleted, so nobody was added", "href=\"/segments\"");
		assertThat(this.database.historyMismatches()).isEmpty();
	}

	private void delete() throws SQLException {
		this.deletion.createStatement()
			.execute("DELETE FROM segments USING begin_act('segment_deleted', 1, NULL) WHERE id = " + this.segment);
	}

	/** Posts a form that must wait for the deletion, and then commits the deletion. */
	private HttpResponse<String> postWhileDeleted(String path, Map<String, String> form) throws SQLException {
		CompletableFuture<HttpResponse<String>> answer = CompletableFuture
			.supplyAsync(() -> this.editor.post(path, form));
		await().until(() -> isAnybodyWaiting() || answer.isDone());
		this.deletion.commit();
		return answer.join();
	}

	private boolean isAnybodyWaiting() {
		return this.database.jdbc().sql("""
				SELECT EXISTS (SELECT FROM pg_stat_activity
				               WHERE datname = current_database() AND wait_event_type = 'Lock')
				""").query(Boolean.class).single();
	}

	private String path(String page) {
		return "/segments/%d/members%s".formatted(this.segment, page);
	}

}
