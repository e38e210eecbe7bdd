package dev.segmentation.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.browser.page.MembersPage;
import dev.segmentation.support.Browser;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.Looks;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.WithoutJavaScript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chromium.ChromiumDriver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.codeborne.selenide.CollectionCondition.exactTexts;
import static com.codeborne.selenide.CollectionCondition.itemWithText;
import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.Condition.attribute;
import static com.codeborne.selenide.Condition.checked;
import static com.codeborne.selenide.Condition.empty;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.focused;
import static com.codeborne.selenide.Condition.hidden;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The members of a segment in a browser.
 */
@BrowserTest
@HistoryAgrees
class MemberTests {

	private static final Duration LEAVING = Duration.ofSeconds(20);

	@Autowired
	TestDatabase database;

	private long segment;

	private MembersPage members = new MembersPage(0);

	@BeforeEach
	void addASegmentAndUsers() {
		jdbc().sql("DELETE FROM segments USING begin_act('segment_deleted', 1, NULL)").update();
		jdbc().sql("DELETE FROM users USING begin_act('page', 1, NULL)").update();
		this.segment = Sql.addSegment(jdbc(), "BETA", "0");
		this.members = new MembersPage(this.segment);
		for (String login : new String[] { "anna", "annabel", "boris", "clara", "dmitri" }) {
			Sql.addUser(jdbc(), login);
		}
	}

	@Test
	void addsByTypingAndRemovesExpiredMembersWithoutAReload() {
		LoginPage.openAs(TestAccount.EDITOR, "/segments/" + this.segment);
		$(".empty").shouldHave(text("No members yet"));
		Looks.check("members-empty");
		markThePage();

		this.members.pick("ANN", "annabel");
		this.members.user().shouldHave(attribute("value", "annabel"), focused).pressEnter();
		this.members.toasts().shouldHave(text("annabel was added to BETA."));
		this.members.logins().shouldHave(exactTexts("annabel"));
		this.members.size().shouldHave(exactText("1"));
		this.members.user().shouldBe(focused, empty);

		this.members.user().setValue("ann");
		this.members.suggestions().shouldHave(text("annabel"), text("already a member"));
		this.members.user().sendKeys(Keys.ARROW_DOWN);
		$$("#suggestions button").first().shouldBe(focused);
		Looks.check("members-suggestions");
		this.members.add("nobody");
		$("#user-error").shouldHave(text("No user has the ID, external ID, login or e-mail “nobody”."));
		this.members.user().shouldHave(attribute("value", "nobody"), focused);

		this.members.addFor("boris@example.com", "3s");
		this.members.logins().shouldHave(exactTexts("annabel", "boris"));
		this.members.size().shouldHave(exactText("2"));
		this.members.logins().shouldHave(exactTexts("annabel"), LEAVING);
		this.members.size().shouldHave(exactText("1"));
		assertThat(isMarked()).isTrue();
	}

	@Test
	void areNotAddedByADoubleClickOnTheEnd() {
		LoginPage.openAs(TestAccount.EDITOR, "/segments/" + this.segment);
		this.members.user().setValue("anna");
		this.members.end().doubleClick();
		$("#ttl").shouldNotBe(visible);
		this.members.end().click();
		$("#ttl").shouldBe(visible);
		Looks.check("members-add-end");
		this.members.add("anna");
		$("#ttl-error").shouldHave(text("Enter a duration or an end date"));
		this.members.logins().shouldHave(size(0));
	}

	@ParameterizedTest
	@CsvSource({ "en, 2 weeks, Until", "ru, 2 недели, До:" })
	void getAnEndFromAButtonWhoseMeaningIsShown(String language, String chip, String until) {
		LoginPage.openAs(TestAccount.EDITOR, "/segments/" + this.segment);
		$(".topbar summary[title=Language]").click();
		$("button[value=" + language + "]").click();
		this.members.user().setValue("anna");
		this.members.end().click();
		$$("#add [data-duration]").findBy(exactText(chip)).click();
		$("#add .end-preview").shouldHave(text(until));
		$("#ttl").setValue("x");
		$("#add .end-preview .text-danger").shouldBe(visible);
		$("#ttl").setValue("14");
		$("#add .end-preview").shouldHave(text(until));
		Looks.check("members-add-end-preview-" + language);
		$("#add .btn-primary").click();
		this.members.row("anna").$(".countdown").shouldHave(text("13"));

		Browser.open("/users/" + id("anna"));
		$("#end-" + this.segment).click();
		$("dialog #current-ends").shouldHave(text("(UTC)"));
		$$("dialog .way").first().$("[data-duration]").click();
		$("dialog .end-preview").shouldHave(text(until));
		Looks.check("users-end-" + language);
		$("dialog .btn-primary").click();
		$(".user-segments .countdown").shouldHave(text("14"));
		Selenide.webdriver().shouldHave(urlContaining("/users/"));
	}

	@ParameterizedTest
	@CsvSource({ "en, 2 members at this moment, Back to the present",
			"ru, 2 участника в этот момент, Вернуться к настоящему" })
	void areListedAsTheyWereAtAMoment(String language, String count, String present) {
		jdbc().sql("""
				SELECT added FROM add_segment_members(?, ARRAY(SELECT id FROM users WHERE login IN ('anna', 'boris')),
				                                      '2 days', NULL, 'page', 1)
				""").param(this.segment).query(Long.class).single();
		Instant moment = jdbc().sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
		jdbc().sql("SELECT removed FROM remove_segment_members(?, ARRAY(SELECT id FROM users), 'page', 1)")
			.param(this.segment)
			.query(Long.class)
			.single();
		LoginPage.openAs(TestAccount.EDITOR, "/segments/" + this.segment);
		$(".topbar summary[title=Language]").click();
		$("button[value=" + language + "]").click();
		$("#as-of summary").click();
		$("#as_of").shouldBe(visible);
		Looks.check("members-as-of-menu-" + language);
		Browser.open("/segments/" + this.segment + "?as_of=" + moment);
		$("#moment .alert").shouldHave(text(count));
		$$("#table tbody tr").shouldHave(size(2));
		$("#moment details summary").click();
		$("#moment .names a").shouldBe(visible);
		Looks.check("members-as-of-" + language);
		String list = Selenide.webdriver().driver().url();
		$("#compare").click();
		$("#left").shouldHave(exactText("2"));
		$(".chips a[href*='show=left']").click();
		$$("#table tbody tr").shouldHave(size(2));
		Looks.check("segments-compare-" + language);
		Selenide.open(list);
		$("#restore").click();
		$("#putBack").shouldHave(exactText("2"));
		Looks.check("members-restore-" + language);
		Selenide.open(list);
		$("#table .name").click();
		$$("#table tbody tr").shouldHave(size(1));
		Looks.check("users-as-of-" + language);
		$("#present").shouldHave(text(present)).click();
		Selenide.webdriver().shouldHave(urlContaining("/users/"));
		$("#moment").shouldNot(exist);
	}

	@ParameterizedTest
	@CsvSource({ "en, Change 2 ends, 2 ends were changed.", "ru, Изменить 2 срока, Изменено 2 срока." })
	void areExtendedFromTheEndsOfAllSegments(String language, String title, String told) {
		jdbc().sql("SELECT added FROM add_segment_members(?, ARRAY(SELECT id FROM users), '2 days', NULL, 'page', 1)")
			.param(this.segment)
			.query(Long.class)
			.single();
		LoginPage.openAs(TestAccount.EDITOR, "/");
		$(".topbar summary[title=Language]").click();
		$("button[value=" + language + "]").click();
		$("#ends").click();
		$$("#table tbody tr").shouldHave(size(5));
		$("#ends-total").shouldHave(text("5"));
		Looks.check("ends-" + language);
		this.members.select("boris", "clara").selected().shouldHave(exactText("2"));
		Looks.check("ends-selected-" + language);
		$(".selection-bar [name=by]").click();
		$("dialog h1").shouldHave(exactText(title));
		$("dialog .form-actions .end-preview").shouldNotBe(empty);
		$("dialog #note").setValue("Trial goes on");
		Looks.check("ends-change-" + language);
		this.members.confirm();
		this.members.toasts().shouldHave(text(told));
		$$("#table .name").last(2).shouldHave(exactTexts("boris", "clara"));
		$("#table tr:focus-within .name").shouldHave(exactText("boris"));
		$("#within").selectOptionByValue("day");
		$(".empty").shouldBe(visible);
		Looks.check("ends-none-" + language);

		Browser.open("/history");
		$(".act-note").shouldHave(exactText("Trial goes on"));
		Looks.check("history-ends-" + language);
		$("#table tbody a").click();
		$$("#table tbody .name").shouldHave(exactTexts("boris", "clara"));
		$$("#table tbody time").shouldHave(size(4));
		Looks.check("act-ends-" + language);
		$("#table tbody .name").click();
		$(".tabs a[href$=timeline]").click();
		$(".stay-ends .caused-note").shouldBe(visible).shouldHave(text("Trial goes on"));
		Looks.check("timeline-ends-" + language);
	}

	@ParameterizedTest
	@CsvSource({ "en, 2 users were removed from BETA., New end set for 1 user in BETA.",
			"ru, исключено 2 пользователя, Срок в BETA изменён у 1 пользователя." })
	void areRemovedAndGetEndsByList(String language, String removed, String ended) {
		Sql.addMemberships(jdbc(), id("anna"), this.segment);
		Sql.addMemberships(jdbc(), id("boris"), this.segment);
		Sql.addMemberships(jdbc(), id("clara"), this.segment);
		LoginPage.openAs(TestAccount.EDITOR, "/segments/" + this.segment + "/members/paste");
		$(".topbar summary[title=Language]").click();
		$("button[value=" + language + "]").click();
		$(".list-present").shouldBe(visible);
		Looks.check("members-paste-" + language);
		$("label[for=change-END]").click();
		$(".list-present").shouldBe(hidden);
		$("#text").setValue("clara, dmitri");
		$$(".list-ends [data-duration]").get(1).click();
		$(".form-actions .btn-primary").click();
		$("#outside").shouldHave(exactText("1"));
		Looks.check("members-preview-end-" + language);
		this.members.confirmList();
		$("#result").shouldHave(text(ended));

		Browser.open("/segments/" + this.segment + "/members/paste");
		$("label[for=change-REMOVE]").click();
		$("#ttl").shouldNotBe(visible);
		$("#text").setValue("Anna <anna@example.com>\nboris\tdmitri");
		$("#note").setValue("Left the test");
		Looks.check("members-paste-remove-" + language);
		$(".form-actions .btn-primary").click();
		$("#noted").shouldHave(text("Left the test"));
		Looks.check("members-preview-remove-" + language);
		$("main form .btn-danger").click();
		$("#result").shouldHave(text(removed));
		this.members.open().logins().shouldHave(exactTexts("clara"));
		$(".countdown").shouldBe(visible);
		Browser.open("/history");
		$("#table tbody a").click();
		$(".facts").shouldHave(text("Left the test"));
	}

	@Test
	void areAddedAfterASignInWhenTheSessionHasEnded() {
		LoginPage.openAs(TestAccount.EDITOR, "/segments/" + this.segment);
		this.members.user().setValue("anna");
		this.members.suggestions().shouldHave(text("annabel"));
		jdbc().sql("DELETE FROM sessions").update();
		this.members.user().pressEnter();
		$("#ended").shouldHave(text("Your session has ended. Sign in to continue. Your input is kept."));
		Looks.check("login-ended");
		new LoginPage().signIn("editor", TestAccount.PASSWORD);
		$("h1").shouldHave(exactText("Send your input now?"));
		Looks.check("login-again");
		$("#again").click();
		this.members.toasts().shouldHave(text("anna was added to BETA."));
		this.members.logins().shouldHave(exactTexts("anna"));
	}

	@Test
	void pastesSelectsExtendsAndRemovesWhileAnotherUserMakesChanges() {
		LoginPage.openAs(TestAccount.EDITOR, "/segments/" + this.segment);
		this.members.add("boris");
		this.members.logins().shouldHave(size(1));
		this.members.paste("anna\nannabel@example.com; boris, nobody\nANNA\nclara");
		$("#fresh").shouldHave(exactText("3"));
		$("#members").shouldHave(exactText("1"));
		$("#unknown").shouldHave(exactText("1"));
		$("#doubled").shouldHave(exactText("1"));
		Looks.check("members-preview");
		Sql.addMemberships(jdbc(), id("clara"), this.segment);
		this.members.confirmList();
		$("#result").shouldHave(text("2 users were added to BETA."), text("1 user was added by someone else"));
		Browser.open("/segments/" + this.segment + "/members/lists/0");
		$("#reason").shouldHave(text("Pasted lists are deleted after one day."));
		Looks.check("members-list-unavailable");

		this.members.open().logins().shouldHave(exactTexts("anna", "annabel", "boris", "clara"));
		$(".selection-bar").shouldBe(hidden);
		this.members.select("anna", "boris", "clara").selected().shouldHave(exactText("3"));
		Looks.check("members-selected");
		this.members.act("Set end");
		$("dialog h1").shouldHave(text("Change end for 3 users"));
		Looks.check("members-end");
		this.members.confirm();
		$("dialog .field-error").shouldHave(text("Choose an option."));
		$("dialog #ttl").setValue("2d");
		this.members.confirm();
		this.members.toasts().shouldHave(text("New end set for 3 users in BETA."));
		this.members.row("anna").$(".countdown").shouldHave(text("1d 23h"));
		this.members.select("anna", "annabel").act("+1 day");
		$("dialog #by").shouldHave(attribute("value", "1d"));
		this.members.confirm();
		this.members.toasts().shouldHave(text("Extended for 1 user in BETA. 1 user has no end"));
		$("#table tr:focus-within .name").shouldHave(exactText("anna"));
		this.members.row("anna").$(".countdown").shouldHave(text("2d 23h"));

		$("#show").selectOptionByValue("ending");
		this.members.logins().shouldHave(exactTexts("boris", "clara", "anna"));
		$("#q").setValue("CLA");
		this.members.logins().shouldHave(exactTexts("clara"));
		Selenide.webdriver().shouldHave(urlContaining("q=CLA"));
		$("#q").setValue("zz");
		$(".empty").shouldHave(text("No members match “zz”"));
		Selenide.back();
		this.members.logins().shouldHave(exactTexts("clara"));

		this.members.open();
		$("[data-select-all]").click();
		this.members.selected().shouldHave(exactText("4"));
		this.members.act("Remove");
		$("dialog h1").shouldHave(text("Remove 4 users from BETA?"));
		jdbc().sql("SELECT remove_memberships(:user, ARRAY[:segment]::bigint[], 'api', 1)")
			.param("user", id("boris"))
			.param("segment", this.segment)
			.query()
			.singleRow();
		this.members.confirm();
		this.members.toasts().shouldHave(text("3 users were removed from BETA. 1 user had already left BETA."));
		this.members.size().shouldHave(exactText("0"));
	}

	@Test
	void areAddedByAnAmbiguousNumberOnlyAfterAChoice() {
		jdbc().sql("UPDATE users SET external_id = :id WHERE login = 'clara'").param("id", "" + id("anna")).update();
		LoginPage.openAs(TestAccount.EDITOR, "/segments/" + this.segment);
		this.members.add("" + id("anna"));
		$("#user-error")
			.shouldHave(text("fits several users: anna (#%d), clara (#%d)".formatted(id("anna"), id("clara"))));
		Looks.check("members-add-ambiguous");
		this.members.paste(id("anna") + "\nboris\nboris@example.com\nnobody");
		$("#ambiguous").shouldHave(exactText("1"));
		$("#choice").shouldHave(text("anna"), text("clara"));
		Looks.check("members-ambiguous");
		$(".topbar summary[title=Language]").click();
		$("button[value=ru]").click();
		$("#choice").shouldHave(text("Числа в списке — это"));
		Looks.check("members-ambiguous-ru");
		$("#numbers").selectOptionByValue("EXTERNAL_ID");
		$("#choice button").click();
		$("#fresh").shouldHave(exactText("2"));
		Looks.check("members-chosen-ru");
		this.members.confirmList();
		$("#result").shouldBe(visible);
		this.members.open().logins().shouldHave(exactTexts("boris", "clara"));
	}

	@Test
	void areSelectedOverPagesInRangesAndAllThatMatch() {
		addMany(120);
		LoginPage.openAs(TestAccount.EDITOR, "/segments/" + this.segment);
		this.members.select("many-003");
		Selenide.actions().keyDown(Keys.SHIFT).click(this.members.box("many-012")).keyUp(Keys.SHIFT).perform();
		this.members.selected().shouldHave(exactText("10"));
		this.members.next();
		this.members.logins().shouldHave(itemWithText("many-051"));
		$(".selection-bar").shouldBe(visible);
		this.members.select("many-051").selected().shouldHave(exactText("11"));
		$("[data-elsewhere]").shouldHave(exactText("10"));
		Selenide.refresh();
		this.members.selected().shouldHave(exactText("11"));
		Looks.check("members-selected-elsewhere");
		$("#q").setValue("many-00");
		this.members.logins().shouldHave(size(9));
		this.members.selected().shouldHave(exactText("11"));
		this.members.act("+1 day");
		$("dialog h1").shouldHave(text("Change end for 11 users"));
		this.members.confirm();
		this.members.toasts().shouldHave(text("Extended for 11 users in BETA."));
		$(".selection-bar").shouldBe(hidden);
		$$("#table .countdown").filterBy(text("2d 23h")).shouldHave(size(7));

		$("#show").selectOptionByValue("newest");
		$("#ends").selectOptionByValue("week");
		this.members.logins().shouldHave(size(9));
		this.members.select("many-005");
		$("#select-matching").click();
		this.members.selected().shouldHave(exactText("9"));
		this.members.box("many-009").shouldBe(checked);
		this.members.box("many-008").click();
		$("#select-matching").shouldNotBe(checked);
		this.members.selected().shouldHave(exactText("8"));
		$("[data-clear-selection]").click();
		$(".selection-bar").shouldBe(hidden);
		this.members.select("many-009");
		Browser.open("/users");
		Selenide.back();
		this.members.logins().shouldHave(size(9));
		$(".selection-bar").shouldBe(hidden);

		$("#q").setValue("many");
		this.members.logins().shouldHave(size(50));
		$("#shown").shouldHave(exactText("Count all")).click();
		$("#shown").shouldHave(exactText("120 members match"));
		this.members.select("many-050");
		$("#select-matching").click();
		this.members.selected().shouldHave(exactText("120"));
		$("#matching").shouldHave(exactText("All 120 that match"));
		Looks.check("members-all-matching");
		this.members.act("Remove");
		$("dialog h1").shouldHave(text("Remove 120 users from BETA?"));
		Looks.check("members-remove-matching");
		this.members.confirm();
		this.members.toasts().shouldHave(text("120 users were removed from BETA."));
		this.members.size().shouldHave(exactText("0"));
	}

	@Test
	void areFilteredAndSelectedByTheActThatAddedThem() {
		addMany(3);
		Sql.addMemberships(jdbc(), id("anna"), this.segment);
		long act = jdbc().sql("SELECT max(id) FROM acts WHERE kind = 'import'").query(Long.class).single();
		LoginPage.openAs(TestAccount.EDITOR, "/history/" + act);
		$("#show-members").click();
		this.members.logins().shouldHave(exactTexts("many-001", "many-002", "many-003"));
		Looks.check("members-of-act");
		$("#ends").selectOptionByValue("none");
		$(".empty").shouldHave(text("No members match these filters"));
		$("#act").click();
		this.members.logins().shouldHave(itemWithText("anna"));
		$("#source").selectOptionByValue("import");
		this.members.logins().shouldHave(size(3));
		$("#account").setValue("nobody").pressTab();
		this.members.logins().shouldHave(size(0));
		Selenide.webdriver().shouldHave(urlContaining("source=import&account=nobody"));
	}

	private void addMany(int count) {
		jdbc().sql("""
				INSERT INTO users (login, email)
				SELECT 'many-' || lpad(n::text, 3, '0'), 'many-' || n || '@x.io' FROM generate_series(1, :count) AS n
				""").param("count", count).update();
		jdbc().sql("""
				SELECT add_segment_members(:segment, ARRAY(SELECT id FROM users WHERE login LIKE 'many-%'),
				    interval '2 days', NULL, 'import', 1)
				""").param("segment", this.segment).query().singleRow();
	}

	@Test
	@WithoutJavaScript
	void changesAllThatMatchWithoutJavaScript() {
		addMany(60);
		LoginPage.openAs(TestAccount.EDITOR, "/segments/" + this.segment + "?source=import");
		$("#select-matching").click();
		this.members.act("Remove");
		$("h1").shouldHave(text("Remove 60 users from BETA?"));
		this.members.confirm();
		this.members.toasts().shouldHave(text("60 users were removed from BETA."));
	}

	@Test
	@WithoutJavaScript
	void addsPastesAndRemovesWithoutJavaScript() {
		LoginPage.openAs(TestAccount.EDITOR, "/segments/" + this.segment);
		this.members.add("nobody");
		$("#user-error").shouldHave(text("No user has"));
		this.members.add("anna");
		this.members.toasts().shouldHave(text("anna was added to BETA."));
		this.members.paste("boris, clara, dmitri");
		$("#fresh").shouldHave(exactText("3"));
		this.members.confirmList();
		$("#result").shouldHave(text("3 users were added to BETA."));
		this.members.open().logins().shouldHave(exactTexts("anna", "boris", "clara", "dmitri"));
		$("#q").setValue("d").pressEnter();
		this.members.logins().shouldHave(exactTexts("dmitri"));
		this.members.select("dmitri").act("+7 days");
		$("h1").shouldHave(text("Change end for 1 user"));
		$("[value=NEVER]").click();
		this.members.confirm();
		this.members.toasts().shouldHave(text("End removed for 1 user in BETA."));
		this.members.select("anna", "boris").act("Remove");
		$("h1").shouldHave(text("Remove 2 users from BETA?"));
		this.members.confirm();
		this.members.toasts().shouldHave(text("2 users were removed from BETA."));
		this.members.logins().shouldHave(exactTexts("clara", "dmitri"));
	}

	@Test
	void showsViewersTheMembersOnAPhone() {
		Sql.addMemberships(jdbc(), id("anna"), this.segment);
		LoginPage.openAs(TestAccount.VIEWER, "/segments/" + this.segment);
		((ChromiumDriver) WebDriverRunner.getWebDriver()).executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
		this.members.logins().shouldHave(exactTexts("anna"));
		assertThat(this.members.row("anna").getSize().getHeight()).isLessThan(80);
		$("#add").shouldNot(exist);
		$("[name=users]").shouldNot(exist);
		Looks.check("members-viewer");
	}

	/** Sets a mark that a reload would remove. */
	private static void markThePage() {
		Selenide.executeJavaScript("window.marked = true");
	}

	private static boolean isMarked() {
		return Boolean.TRUE.equals(Selenide.<Boolean>executeJavaScript("return window.marked"));
	}

	private long id(String login) {
		return jdbc().sql("SELECT id FROM users WHERE login = :login").param("login", login).query(Long.class).single();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
