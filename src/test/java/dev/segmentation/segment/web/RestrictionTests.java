package dev.segmentation.segment.web;

import java.net.http.HttpResponse;
import java.util.Map;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.SignedIn;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@HttpTest
class RestrictionTests {

	private static final String NOTICE = "id=\"restriction\"";

	@Autowired
	Api api;

	@Autowired
	SignedIn signedIn;

	@Autowired
	Pages editor;

	@Autowired
	Pages viewer;

	@Autowired
	TestDatabase database;

	@Test
	void isSetByAnAdministratorAndRecorded() {
		long segment = Sql.addSegment(jdbc());
		Pages admin = this.signedIn.as(TestAccount.ADMIN);
		assertThat(restrict(admin, segment, true, "2").statusCode()).isEqualTo(302);
		assertThat(this.viewer.get("/segments/" + segment).body()).contains(NOTICE,
				"Only editor and administrators can change this segment.");
		assertThat(restrict(this.editor, segment, false, "2").statusCode()).isEqualTo(302);
		assertThat(restrict(this.editor, segment, false, "2").statusCode()).isEqualTo(302);
		assertThat(this.viewer.get("/segments/" + segment).body()).doesNotContain(NOTICE);
		assertThat(jdbc()
			.sql("SELECT kind || ' ' || login || ' ' || detail FROM audit_events WHERE subject = :name ORDER BY id")
			.param("name", name(segment))
			.query(String.class)
			.list()).containsExactly("SEGMENT_RESTRICTED admin editor", "SEGMENT_OPENED editor editor");
	}

	@Test
	void isNotSetByAnotherEditor() {
		long segment = Sql.addSegment(jdbc());
		HttpResponse<String> answer = restrict(this.editor, segment, true, "2");
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("Only the owners of the segment and administrators can change it.");
		assertThat(jdbc().sql("SELECT count(*) FROM segment_owners WHERE segment_id = :id")
			.param("id", segment)
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void makesNoViewerAnOwner() {
		long segment = Sql.addSegment(jdbc());
		restrict(this.signedIn.as(TestAccount.ADMIN), segment, true, "3");
		assertThat(this.viewer.get("/segments/" + segment).body())
			.contains("Only administrators can change this segment.");
	}

	@Test
	void refusesAllSegmentsOfACallForOne() {
		RestrictedSegment restricted = RestrictedSegment.create(jdbc());
		long open = Sql.addSegment(jdbc());
		String body = "{\"user_id\": %d, \"segment_ids\": [%d, %d]}".formatted(restricted.other(), open,
				restricted.id());
		Answer answer = this.api.as(TestAccount.EDITOR).post("/operations/add_segments", body);
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.error()).isEqualTo("forbidden");
		assertThat(Sql.members(jdbc(), open)).isEmpty();
		assertThat(this.api.as(TestAccount.ADMIN).post("/operations/add_segments", body).status()).isIn(200, 201);
		assertThat(Sql.members(jdbc(), open)).containsExactly(restricted.other());
	}

	@Test
	void disablesTheControlsOfOtherEditors() {
		RestrictedSegment segment = RestrictedSegment.create(jdbc());
		String page = this.editor.get("/segments/" + segment.id()).body();
		assertThat(page).contains(NOTICE, "disabled").doesNotContain("/members/paste", "selection-bar");
		assertThat(this.editor.get("/segments/" + segment.id() + "/settings").body()).doesNotContain("name=\"owner\"",
				"name=\"description\"", "/delete\"");
		assertThat(this.editor.get("/users/" + segment.member()).body()).doesNotContain("/remove\"");
		assertThat(this.editor.get("/users/" + segment.other() + "/segments/add?q=" + segment.name()).body())
			.contains("value=\"%d\" disabled".formatted(segment.id()));
		segment.addOwner(TestAccount.EDITOR);
		assertThat(this.editor.get("/segments/" + segment.id()).body()).contains("/members/paste", "selection-bar");
		assertThat(this.editor.get("/segments/" + segment.id() + "/settings").body()).contains("name=\"owner\"");
		assertThat(this.editor.get("/users/" + segment.member()).body()).contains("/remove\"");
	}

	@Test
	void saysWhoAddsMembersToAnEmptySegment() {
		long segment = Sql.addSegment(jdbc());
		restrict(this.signedIn.as(TestAccount.ADMIN), segment, true, "1");
		assertThat(this.editor.get("/segments/" + segment).body())
			.contains("The owners of the segment and administrators add members.")
			.doesNotContain("Add users above", "Editors add members");
		assertThat(this.viewer.get("/segments/" + segment, "Accept-Language", "ru").body())
			.contains("Участников добавляют владельцы сегмента и администраторы.");
	}

	@Test
	void isAFilterOfTheList() {
		RestrictedSegment segment = RestrictedSegment.create(jdbc());
		long open = Sql.addSegment(jdbc());
		assertThat(this.viewer.get("/segments?restricted=true").body()).contains(segment.name())
			.doesNotContain(name(open));
	}

	/** A token acts for the person that owns it, and with the lower role of both. */
	@Test
	void letsATokenDoWhatItsOwnerMay() {
		RestrictedSegment segment = RestrictedSegment.create(jdbc());
		long token = token("EDITOR", TestAccount.EDITOR);
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> add(segment, token));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> add(segment, token("ADMIN", TestAccount.EDITOR)));
		segment.addOwner(TestAccount.EDITOR);
		add(segment, token);
		assertThat(Sql.members(jdbc(), segment.id())).contains(segment.other());
	}

	@Test
	void staysForAdministratorsWithoutItsLastOwner() {
		RestrictedSegment segment = RestrictedSegment.create(jdbc());
		long owner = jdbc().sql("INSERT INTO accounts (login, role) VALUES ('leaver', 'EDITOR') RETURNING id")
			.query(Long.class)
			.single();
		jdbc().sql("INSERT INTO segment_owners VALUES (:segment, :owner)")
			.param("segment", segment.id())
			.param("owner", owner)
			.update();
		jdbc().sql("UPDATE accounts SET enabled = false, deleted_at = now() WHERE id = :id")
			.param("id", owner)
			.update();
		assertThat(this.viewer.get("/segments/" + segment.id()).body())
			.contains("Only administrators can change this segment.");
		assertThat(restrict(this.signedIn.as(TestAccount.ADMIN), segment.id(), true, "2").statusCode()).isEqualTo(302);
		assertThat(this.viewer.get("/segments/" + segment.id()).body()).contains("Only editor and administrators");
	}

	@Test
	void namesOnlyOwnersWhoCanChangeIt() {
		RestrictedSegment segment = RestrictedSegment.create(jdbc());
		segment.addOwner(TestAccount.EDITOR);
		jdbc().sql("""
				WITH added AS (
				    INSERT INTO accounts (login, role, enabled)
				    VALUES ('disabled-owner', 'EDITOR', false), ('demoted-owner', 'VIEWER', true) RETURNING id
				)
				INSERT INTO segment_owners SELECT :segment, id FROM added
				""").param("segment", segment.id()).update();
		assertThat(this.viewer.get("/segments/" + segment.id()).body()).contains("Only editor and administrators");
		assertThat(this.viewer.get("/segments/" + segment.id(), "Accept-Language", "ru").body())
			.doesNotContain("disabled-owner", "demoted-owner");
	}

	@Test
	void doesNotKeepMembershipsFromExpiring() {
		RestrictedSegment segment = RestrictedSegment.create(jdbc());
		jdbc().sql("""
				INSERT INTO memberships (user_id, segment_id, expires_at)
				SELECT :user, :segment, clock_timestamp() - interval '1 minute' FROM begin_act('api', 1, NULL)
				""").param("user", segment.other()).param("segment", segment.id()).update();
		jdbc().sql("SELECT expire_memberships(100)").query().singleRow();
		assertThat(Sql.members(jdbc(), segment.id())).containsExactly(segment.member());
	}

	private static HttpResponse<String> restrict(Pages pages, long segment, boolean restricted, String owner) {
		return pages.post("/segments/" + segment + "/restriction",
				Map.of("restricted", String.valueOf(restricted), "owner", owner));
	}

	private void add(RestrictedSegment segment, long account) {
		jdbc().sql("SELECT add_memberships(:user, ARRAY[:segment]::bigint[], NULL, NULL, 'api', :account)")
			.param("user", segment.other())
			.param("segment", segment.id())
			.param("account", account)
			.query()
			.singleRow();
	}

	private long token(String role, TestAccount owner) {
		return jdbc().sql("""
				INSERT INTO accounts (login, role, owner_id)
				SELECT 'token-' || :role || gen_random_uuid(), :role, a.id FROM accounts AS a WHERE a.login = :owner
				RETURNING id""").param("role", role).param("owner", owner.login()).query(Long.class).single();
	}

	private String name(long segment) {
		return jdbc().sql("SELECT name FROM segments WHERE id = :id").param("id", segment).query(String.class).single();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
