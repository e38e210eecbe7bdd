package dev.segmentation.browser;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.SelenideElement;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.browser.page.MembersPage;
import dev.segmentation.browser.page.NewSegmentPage;
import dev.segmentation.support.Browser;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.WithoutJavaScript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.codeborne.selenide.Condition.checked;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.focused;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Forms forgive a double click, Enter and Back.
 */
@BrowserTest
class FormTests {

	@Autowired
	TestDatabase database;

	private long user;

	private long segment;

	@BeforeEach
	void addAUserAndASegment() {
		jdbc().sql("DELETE FROM reports").update();
		jdbc().sql("DELETE FROM segments USING begin_act('segment_deleted', 1, NULL)").update();
		jdbc().sql("DELETE FROM users USING begin_act('page', 1, NULL)").update();
		this.user = Sql.addUser(jdbc(), "anna");
		this.segment = Sql.addSegment(jdbc(), "BETA", "0");
	}

	@Test
	void actOnceAfterADoubleClick() {
		jdbc().sql("SELECT add_memberships(?, ARRAY[?]::bigint[], interval '7 days', NULL, 'page', 1)")
			.param(this.user)
			.param(this.segment)
			.query()
			.singleRow();
		Instant end = Sql.end(jdbc(), this.user, this.segment);
		LoginPage.openAs(TestAccount.EDITOR, "/segments/" + this.segment);
		MembersPage members = new MembersPage(this.segment).select("anna").act("+7 days");
		$("dialog #by").shouldHave(value("7d"));
		$("dialog .btn-primary").doubleClick();
		members.toasts().shouldHave(text("Extended for 1 user"));
		assertThat(Sql.end(jdbc(), this.user, this.segment)).isCloseTo(end.plus(7, ChronoUnit.DAYS),
				within(1, ChronoUnit.SECONDS));
		share();
		createASegment();
	}

	@Test
	@WithoutJavaScript
	void actOnceAfterADoubleClickWithoutJavaScript() {
		LoginPage.openAs(TestAccount.EDITOR, "/");
		share();
		createASegment();
	}

	private void share() {
		Browser.open("/reports/new");
		$(".form-actions .btn-primary").doubleClick();
		$("h1").shouldHave(text("history_"));
		assertThat(jdbc().sql("SELECT count(*) FROM reports").query(Long.class).single()).isOne();
	}

	private void createASegment() {
		Browser.open("/segments/new");
		$("#name").sendKeys("TWICE");
		$(".form-actions .btn-primary").doubleClick();
		$("h1").shouldHave(exactText("TWICE"));
		$("#toasts").shouldHave(text("TWICE was created"));
	}

	@Test
	void keepTheirFieldsAfterBack() {
		LoginPage.openAs(TestAccount.EDITOR, "/segments/new");
		keepAll();
		Browser.open("/segments/new");
		// An answer with an error is no page to go back to.
		new NewSegmentPage().name("BETA").percent("20").create();
		$("#name-error").shouldHave(text("Another segment has this name."));
		$("#name").setValue("GAMMA");
		leaveAndReturn();
		$("#name").shouldHave(value("GAMMA"));
		$("#percent").shouldHave(value("20"));
	}

	@Test
	@WithoutJavaScript
	void keepTheirFieldsAfterBackWithoutJavaScript() {
		LoginPage.openAs(TestAccount.EDITOR, "/segments/new");
		keepAll();
	}

	private static void keepAll() {
		$("#name").sendKeys("GAMMA");
		$("#description").sendKeys("Many\nlines");
		$("#percent").sendKeys("\b25");
		leaveAndReturn();
		$("#name").shouldHave(value("GAMMA"));
		$("#description").shouldHave(value("Many\nlines"));
		$("#percent").shouldHave(value("25"));

		Browser.open("/reports/new");
		$("[name=place][value=FILE]").click();
		$("#ttl").setValue("30d");
		$("#separator").selectOptionByValue("TAB");
		$("[name=mark]").click();
		boolean mark = $("[name=mark]").isSelected();
		leaveAndReturn();
		$("[name=place][value=FILE]").shouldBe(checked);
		$("#ttl").shouldHave(value("30d"));
		$("#separator").shouldHave(value("TAB"));
		assertThat($("[name=mark]").isSelected()).isEqualTo(mark);

		Browser.open("/tokens/new");
		$("#name").sendKeys("nightly");
		$("#end").sendKeys("01022099");
		String end = "" + $("#end").getValue();
		assertThat(end).contains("2099");
		leaveAndReturn();
		$("#name").shouldHave(value("nightly"));
		$("#end").shouldHave(value(end));
	}

	private static void leaveAndReturn() {
		String title = $("h1").getText();
		Browser.open("/users");
		$("h1").shouldHave(text("Users"));
		Selenide.back();
		$("h1").shouldHave(exactText(title));
	}

	@Test
	void doWhatTheirFieldIsForOnEnter() {
		LoginPage.openAs(TestAccount.EDITOR, "/users/" + this.user);
		$("#enter").click();
		$("#dialog #q").shouldBe(focused).setValue("beta").pressEnter();
		$("#toasts").shouldHave(text("anna was added to BETA."));
		Browser.open("/history");
		$("#users").setValue("anna").pressEnter();
		$$(".chip").findBy(text("anna")).shouldBe(visible);
		$("#users").shouldHave(value("anna"));
	}

	@Test
	@WithoutJavaScript
	void addOnEnterWithoutJavaScript() {
		LoginPage.openAs(TestAccount.EDITOR, "/users/" + this.user + "/segments/add");
		SelenideElement name = $("#q");
		name.sendKeys("BETA");
		name.pressEnter();
		$("#toasts").shouldHave(text("anna was added to BETA."));
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
