package dev.segmentation.browser;

import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.browser.page.MembersPage;
import dev.segmentation.support.Browser;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Looks;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.WithoutJavaScript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.codeborne.selenide.CollectionCondition.exactTexts;
import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;

/**
 * Undo in a browser: from the message after a change, and from the page of the change.
 */
@BrowserTest
class UndoTests {

	@Autowired
	TestDatabase database;

	private long segment;

	private MembersPage members;

	@BeforeEach
	void addASegmentAndUsers() {
		jdbc().sql("DELETE FROM segments USING begin_act('segment_deleted', 1, NULL)").update();
		jdbc().sql("DELETE FROM users USING begin_act('page', 1, NULL)").update();
		this.segment = Sql.addSegment(jdbc(), "BETA", "0");
		this.members = new MembersPage(this.segment);
		for (String login : new String[] { "anna", "boris", "clara", "dmitri" }) {
			Sql.addUser(jdbc(), login);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | Undo | Change undone for 1 membership | Undone by
			ru | Отменить | Изменение отменено для 1 участника | Отменено
			""")
	void followsTheMessageAfterAChange(String language, String undo, String done, String undoneBy) {
		openIn(language);
		this.members.add("anna");
		this.members.logins().shouldHave(exactTexts("anna"));
		this.members.toasts().$$("a").findBy(exactText(undo)).click();
		$("#removed").shouldHave(exactText("1"));
		Looks.check("undo-plan-" + language);
		$("#note").setValue("the wrong anna");
		$("form.form .btn-primary").click();
		$("#toasts").shouldHave(text(done));
		$("main").shouldHave(text("the wrong anna"));
		Looks.check("undo-done-" + language);
		$(".facts a[href^='/history/']:not([data-dialog])").click();
		$(".facts").shouldHave(text(undoneBy));
		$("#undo-act").shouldNot(exist);
		Looks.check("undo-undone-" + language);
		this.members.open().logins().shouldHave(size(0));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | Added again | The user was deleted
			ru | Добавлен снова | Пользователь удалён
			""")
	void saysWhatChangedSince(String language, String added, String deleted) {
		long act = changeSinceAnAct();
		openIn(language);
		Browser.open("/history/" + act);
		Looks.check("act-undoable-" + language);
		$("#undo-act").click();
		$$("#table tbody tr").shouldHave(size(3));
		$("#table").shouldHave(text(added), text("found a cheater"), text(deleted));
		Looks.check("undo-changed-" + language);
		$("input[name=overriding][value=true]").click();
		$("form.form .btn-primary").click();
		$("#undo-act").should(exist);
		this.members.open().logins().shouldHave(size(0));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | New end for 1 membership
			ru | Новый срок для 1 участника
			""")
	void createsADeletedSegmentAgainAndGivesNewEnds(String language, String end) {
		openIn(language);
		change("add_segment_members(:segment, ARRAY(SELECT id FROM users WHERE login = 'anna'), NULL, NULL, 'page', 1)");
		jdbc()
			.sql("""
					INSERT INTO memberships (user_id, segment_id, expires_at)
					SELECT id, :segment, now() - interval '1 hour' FROM begin_act('api', 1, NULL), users WHERE login = 'boris'
					""")
			.param("segment", this.segment)
			.update();
		jdbc().sql("DELETE FROM segments USING begin_act('segment_deleted', 1, NULL)").update();
		Browser.open("/history/%d/undo".formatted(actThrough("segment_deleted")));
		Looks.check("undo-segment-" + language);
		$("#name").setValue("GAMMA");
		$("form.form .btn-primary").click();
		this.members.open().logins().shouldHave(exactTexts("anna"));
		$("h1").shouldHave(text("GAMMA"));

		Browser.open("/history/%d/undo".formatted(actThrough("expiry")));
		$("form.form legend").shouldHave(text(end));
		Looks.check("undo-expiry-" + language);
		$("#ttl").setValue("3d");
		$("form.form .btn-primary").click();
		this.members.open().logins().shouldHave(exactTexts("anna", "boris"));
	}

	private long actThrough(String kind) {
		return jdbc().sql("SELECT max(id) FROM acts WHERE kind = CAST(? AS act_kind)")
			.param(kind)
			.query(Long.class)
			.single();
	}

	@Test
	@WithoutJavaScript
	void worksWithoutJavaScript() {
		long act = changeSinceAnAct();
		LoginPage.openAs(TestAccount.EDITOR, "/history/" + act);
		$("#undo-act").click();
		$("form.form .btn-primary").click();
		$("#undo-act").should(exist);
		this.members.open().logins().shouldHave(exactTexts("anna", "boris"));
	}

	/** Adds four users. One was added again, one has another end, and one was deleted. */
	private long changeSinceAnAct() {
		long act = change("add_segment_members(:segment, ARRAY(SELECT id FROM users), NULL, NULL, 'import', 1)");
		change("remove_segment_members(:segment, ARRAY(SELECT id FROM users WHERE login = 'anna'), 'page', 1)");
		change("add_segment_members(:segment, ARRAY(SELECT id FROM users WHERE login = 'anna'), NULL, NULL, 'page', 1)");
		change("change_expiry(:segment, ARRAY(SELECT id FROM users WHERE login = 'boris'), '2033-01-01', NULL, 1)");
		jdbc().sql("DELETE FROM users USING begin_act('page', 1, 'found a cheater') WHERE login = 'clara'").update();
		return act;
	}

	private long change(String call) {
		jdbc().sql("SELECT * FROM " + call).param("segment", this.segment).query().listOfRows();
		return jdbc().sql("SELECT max(id) FROM acts").query(Long.class).single();
	}

	private void openIn(String language) {
		LoginPage.openAs(TestAccount.EDITOR, "/segments/" + this.segment);
		$(".topbar summary[title=Language]").click();
		$("button[value=" + language + "]").click();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
