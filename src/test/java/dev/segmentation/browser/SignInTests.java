package dev.segmentation.browser;

import java.time.Duration;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.support.Browser;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Looks;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static com.codeborne.selenide.Condition.attribute;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Staff sign in, get to the requested page, and choose a language and a theme.
 */
@BrowserTest
class SignInTests {

	/** The cache keeps accounts for 5 seconds. */
	private static final Duration NOTICED = Duration.ofSeconds(20);

	@Autowired
	TestDatabase database;

	@Test
	void redirectsToTheRequestedPage() {
		Browser.open("/history?cause=api");
		LoginPage page = new LoginPage();
		Looks.check("login");
		page.signIn("Viewer", "wrong password");
		page.failure().shouldHave(text("The login or password is incorrect."));
		page.login().shouldHave(value("Viewer"));
		Looks.check("login-failed");
		page.signIn("Viewer", TestAccount.PASSWORD);
		Selenide.webdriver().shouldHave(urlContaining("/history?cause=api"));
		$(".topbar-login").shouldHave(exactText("viewer"));
	}

	@Test
	void signsOutAndDeletesTheSession() {
		this.database.jdbc().sql("DELETE FROM sessions").update();
		LoginPage.openAs(TestAccount.VIEWER, "/segments");
		$(".topbar-account").click();
		$("form[action='/logout'] button").click();
		$(".alert-info").shouldHave(text("You’ve signed out."));
		Selenide.back();
		Selenide.refresh();
		$("#username").shouldBe(visible);
		assertThat(this.database.jdbc().sql("SELECT count(*) FROM sessions").query(Long.class).single()).isZero();
	}

	@Test
	void showsAnErrorAndKeepsLanguageAndTheme() {
		LoginPage.openAs(TestAccount.EDITOR, "/login?back=/segments/4711");
		$("h1").shouldHave(text("Page not found"));
		Looks.check("missing");
		$$("details.menu > summary").findBy(text("EN")).click();
		$("button[value=ru]").click();
		$("h1").shouldHave(text("Страница не найдена"));
		$("summary[aria-label='Тема и плотность']").click();
		$("button[value=DARK]").click();
		$("html").shouldHave(attribute("data-bs-theme", "dark"));
		Looks.check("missing-russian");
		assertThat(WebDriverRunner.url()).endsWith("/segments/4711");
	}

	@Test
	void neverRedirectsToAnotherSite() {
		LoginPage.openAs(TestAccount.VIEWER, "/login?back=https://example.com//evil.example");
		assertThat(WebDriverRunner.url()).doesNotContain("evil").startsWith("http://localhost");
	}

	@Test
	void signsOutADisabledAccount() {
		LoginPage.openAs(TestAccount.EDITOR, "/segments/4711");
		this.database.jdbc().sql("UPDATE accounts SET enabled = false WHERE login = 'editor'").update();
		try {
			Selenide.Wait().withTimeout(NOTICED).until((browser) -> {
				browser.navigate().refresh();
				return $("#username").exists();
			});
		}
		finally {
			this.database.jdbc().sql("UPDATE accounts SET enabled = true WHERE login = 'editor'").update();
		}
	}

}
