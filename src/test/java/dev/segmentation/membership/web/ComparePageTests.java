package dev.segmentation.membership.web;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.OffsetDateTime;

import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page that compares a segment at two moments.
 */
@HttpTest
@HistoryAgrees
class ComparePageTests {

	@Autowired
	TestDatabase database;

	@Autowired
	Pages editor;

	private long segment;

	private long stays;

	private long leaves;

	private long enters;

	private long passes;

	@BeforeEach
	void addUsers() {
		this.segment = Sql.addSegment(jdbc());
		this.stays = Sql.addUser(jdbc());
		this.leaves = Sql.addUser(jdbc());
		this.enters = Sql.addUser(jdbc());
		this.passes = Sql.addUser(jdbc());
	}

	@Test
	void countsAndListsWhoEnteredLeftStayedAndPassed() {
		add(this.stays, this.leaves);
		Instant from = now();
		add(this.enters, this.passes);
		remove(this.leaves, this.passes);
		Instant to = now();
		remove(this.enters);
		String url = "/segments/" + this.segment + "/compare?from=" + from + "&to=" + to;
		String page = this.editor.get(url).body();
		assertThat(page).contains("id=\"before\">2<", "id=\"after\">2<", "id=\"stayed\">1<", "id=\"entered\">1<")
			.contains("id=\"left\">1<", "id=\"passed\">1<", "id=\"returned\">0<", "/users/" + this.enters + "\"");
		assertThat(this.editor.get(url + "&show=left", "HX-Request", "true").body()).startsWith("<div id=\"table\"")
			.contains("/users/" + this.leaves + "\"")
			.doesNotContain("/users/" + this.passes + "\"");
		assertThat(this.editor.get(url.replace("/compare", "/compare/export")).body()).hasLineCount(4)
			.contains("\n" + this.passes + ",", ",passed,", ",left,", ",entered,");
	}

	@Test
	void comparesTheLastWeekUnlessToldOtherwise() {
		HttpResponse<String> answer = this.editor.get("/segments/" + this.segment + "/compare");
		assertThat(answer.statusCode()).isEqualTo(302);
		String url = answer.headers().firstValue("Location").orElse("");
		assertThat(url).contains("?from=", "&to=");
	}

	@ParameterizedTest
	@CsvSource({ "x, 2026-01-01T00:00:00Z, 'Enter a date, or a date and time'",
			"2026-01-01T00:00:00Z, x, 'Enter a date, or a date and time'",
			"2026-01-01T00:00:00Z, 2100-01-01T00:00:00Z, in the future",
			"2000-01-01T00:00:00Z, '', 'The history begins later'" })
	void refusesOtherMomentsBesideTheField(String from, String to, String problem) {
		String page = this.editor.get("/segments/%d/compare?from=%s&to=%s".formatted(this.segment, from, to)).body();
		assertThat(page).contains(problem, "value=\"" + from + "\"");
	}

	private void add(Long... users) {
		jdbc().sql("SELECT added FROM add_segment_members(?, ?, NULL, NULL, 'page', NULL)")
			.param(this.segment)
			.param(users)
			.query(Long.class)
			.single();
	}

	private void remove(Long... users) {
		jdbc().sql("SELECT removed FROM remove_segment_members(?, ?, 'page', NULL)")
			.param(this.segment)
			.param(users)
			.query(Long.class)
			.single();
	}

	private Instant now() {
		return jdbc().sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
