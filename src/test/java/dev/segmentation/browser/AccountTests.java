package dev.segmentation.browser;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.support.Api;
import dev.segmentation.support.Browser;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Looks;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.Condition.attribute;
import static com.codeborne.selenide.Condition.empty;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.exactValue;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A person changes the own account, ends sessions, and continues after a session ended.
 */
@BrowserTest
class AccountTests {

	private static final String FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@BeforeEach
	void endSessions() {
		this.database.jdbc().sql("DELETE FROM sessions").update();
		this.database.jdbc().sql("DELETE FROM refresh_tokens").update();
	}

	@Test
	void changesNameAndLanguageForAllBrowsers() {
		LoginPage.openAs(TestAccount.EDITOR, "/segments");
		$(".topbar-account").click();
		$(".topbar a[href='/account']").click();
		$("#fullName").setValue("Anna Ivanova");
		$("#email").setValue("nobody");
		$("form.form .btn-primary").click();
		$("#email-error").shouldBe(visible);
		Looks.check("account-invalid");
		$("#email").setValue("anna@example.com");
		$("#language").selectOptionByValue("ru");
		$("#timeZone").selectOptionByValue("Asia/Tokyo");
		$("#theme").selectOptionByValue("dark");
		$("form.form .btn-primary").click();
		$("h1").shouldHave(exactText("Моя учётная запись"));
		$("html").shouldHave(attribute("data-bs-theme", "dark"));
		$("#fullName").shouldHave(value("Anna Ivanova"));
		Looks.check("account-russian");
	}

	@Test
	void changesThePassword() {
		LoginPage.openAs(TestAccount.VIEWER, "/account/password");
		$("#present").setValue("wrong horse");
		$("#password").setValue("short");
		$("#again").setValue("short");
		$("form.form .btn-primary").click();
		$("#password-error").shouldHave(text("at least 12 characters"));
		Looks.check("account-password");
		$("#present").setValue(TestAccount.PASSWORD);
		$("#password").setValue(TestAccount.PASSWORD + " again");
		$("#again").setValue(TestAccount.PASSWORD + " again");
		$("form.form .btn-primary").click();
		$("#toasts").shouldHave(text("Your password was changed. All other sessions were signed out."));
		Browser.open("/account/password");
		$("#present").setValue(TestAccount.PASSWORD + " again");
		$("#password").setValue(TestAccount.PASSWORD);
		$("#again").setValue(TestAccount.PASSWORD);
		$("form.form .btn-primary").click();
		$("#toasts").shouldHave(text("Your password was changed."));
	}

	@Test
	void endsSessionsOfOtherBrowsersAndPrograms() {
		Pages firefox = new Pages(this.api);
		firefox.post("/login", Map.of("username", "editor", "password", TestAccount.PASSWORD, "remember", "true"),
				"User-Agent", FIREFOX);
		this.api.as("editor", TestAccount.PASSWORD);
		LoginPage.openAs(TestAccount.EDITOR, "/account/sessions");
		$$(".sessions tbody tr").shouldHave(size(3));
		$$(".session-current").shouldHave(size(1));
		Looks.check("account-sessions");
		$$(".sessions tbody tr").findBy(text("Firefox on Windows")).$("button").click();
		$("#toasts").shouldHave(text("The session was signed out."));
		$$(".sessions tbody tr").shouldHave(size(2));
		HttpResponse<String> ended = firefox.get("/segments");
		assertThat(ended.statusCode()).isEqualTo(302);
		$(".topbar summary[title=Language]").click();
		$("button[value=ru]").click();
		$("h1").shouldHave(exactText("Моя учётная запись"));
		Looks.check("account-sessions-russian");
		$("#end-others").click();
		$("#toasts").shouldHave(text("Все остальные сеансы завершены."));
		$$(".sessions tbody tr").shouldHave(size(1));
		Looks.check("account-sessions-one");
	}

	@Test
	void putsAListBackThatWasBeingPastedWhenTheSessionEnded() {
		long segment = segment("MIDDLE");
		LoginPage.openAs(TestAccount.EDITOR, "/segments/%d/members/paste".formatted(segment));
		$("#text").setValue("anna\nboris\nclara");
		$("#ttl").setValue("7d");
		// The request for the preview must not be the one that notices the end.
		$(".end-preview").shouldNotBe(empty);
		endSessions();
		$(".topbar [data-palette]").click();
		$("#ended").shouldHave(text("Your session has ended."));
		new LoginPage().signIn("editor", TestAccount.PASSWORD);
		Selenide.webdriver().shouldHave(urlContaining("/segments/%d/members/paste".formatted(segment)));
		$("#text").shouldHave(value("anna\nboris\nclara"));
		$("#ttl").shouldHave(value("7d"));
		Browser.open("/segments");
		Browser.open("/segments/%d/members/paste".formatted(segment));
		$("#text").shouldHave(exactValue(""));
	}

	@Test
	void putsALongListBackThatWasSentAfterTheSessionEnded() {
		long segment = segment("LONG");
		LoginPage.openAs(TestAccount.EDITOR, "/segments/%d/members/paste".formatted(segment));
		String list = list(10_000);
		Selenide.executeJavaScript("document.getElementById('text').value = arguments[0]", list);
		endSessions();
		$("form.form .btn-primary").click();
		$("#ended").shouldHave(text("Your session has ended."));
		new LoginPage().signIn("editor", TestAccount.PASSWORD);
		Selenide.webdriver().shouldHave(urlContaining("/segments/%d/members/paste".formatted(segment)));
		assertThat($("#text").getValue()).isEqualTo(list);
	}

	@Test
	void takesTheLongListOfARememberedBrowserWithoutASignIn() {
		long segment = segment("REMEMBERED");
		Browser.open("/segments/%d/members/paste".formatted(segment));
		$("input[name=remember]").click();
		Looks.check("login-remember");
		new LoginPage().signIn("editor", TestAccount.PASSWORD);
		$("#text").shouldBe(visible);
		String list = list(10_000);
		Selenide.executeJavaScript("document.getElementById('text').value = arguments[0]", list);
		this.database.jdbc().sql("DELETE FROM sessions").update();
		$("form.form .btn-primary").click();
		$("#unknown").shouldHave(exactText("10,000"));
		WebDriverRunner.getWebDriver().manage().deleteCookieNamed("session");
		WebDriverRunner.getWebDriver().manage().deleteCookieNamed("XSRF-TOKEN");
		Browser.open("/segments");
		$(".topbar-login").shouldHave(exactText("editor"));
	}

	private long segment(String name) {
		return Sql.addSegment(this.database.jdbc(), name, "0");
	}

	private static String list(int users) {
		return IntStream.range(0, users)
			.mapToObj((number) -> "user-%05d".formatted(number))
			.collect(Collectors.joining("\n"));
	}

}
