package dev.segmentation.browser;

import java.util.Map;
import java.util.Objects;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.shared.Role;
import dev.segmentation.support.Api;
import dev.segmentation.support.Browser;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Looks;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Person;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static com.codeborne.selenide.CollectionCondition.exactTexts;
import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.focused;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An administrator invites, changes and disables colleagues.
 */
@BrowserTest
class AccountsTests {

	private static final String PASSWORD = "fluent otter 73 lamps";

	@Autowired
	TestDatabase database;

	@Autowired
	Api api;

	@Test
	void invitesAColleagueWhoMakesTheirFirstChange() {
		Sql.addUser(this.database.jdbc(), "clara");
		LoginPage.openAs(TestAccount.ADMIN, "/");
		$(".rail-entry[href='/accounts']").click();
		$("h1").shouldHave(text("Accounts"));
		Looks.check("accounts");
		$(".heading-actions .btn-primary").click();
		$("#dialog #email").setValue("nobody");
		$("#dialog input[value=EDITOR]").click();
		$("#dialog button[type=submit]").click();
		$("#dialog #email-error").shouldHave(text("Enter a valid e-mail address"));
		Looks.check("accounts-invite");
		$("#dialog #email").setValue("anna@example.com");
		$("#dialog button[type=submit]").click();
		String link = Objects.requireNonNull($("#link").shouldBe(visible).getValue());
		assertThat(link).contains("/account-link/");
		Looks.check("accounts-link");
		$("#done").click();
		$$(".accounts .name").findBy(exactText("anna@example.com")).shouldBe(visible);

		WebDriverRunner.getWebDriver().manage().deleteAllCookies();
		Selenide.open(link);
		$("h1").shouldHave(exactText("Create your account"));
		Looks.check("account-link");
		join("anna", "short");
		$("#password-error").shouldHave(text("at least 12 characters"));
		join("anna", PASSWORD);
		$(".alert-info").shouldHave(text("Your account was created."));
		$("#username").shouldHave(value("anna"));
		$("#password").shouldBe(focused).setValue(PASSWORD).pressEnter();
		$(".topbar-login").shouldHave(exactText("anna"));
		Browser.open("/segments/new");
		$("#name").setValue("FIRST");
		$$("#main button[type=submit]").findBy(text("Create segment")).click();
		$("#user").setValue("clara").pressEnter();
		$("#toasts").shouldHave(text("clara was added to FIRST."));
		Browser.open("/history");
		$("#main").shouldHave(text("anna"), text("FIRST"));

		WebDriverRunner.getWebDriver().manage().deleteAllCookies();
		Selenide.open(link);
		$("h1").shouldHave(exactText("This link no longer works"));
		Looks.check("account-link-over");
	}

	private static void join(String login, String password) {
		$("#login").setValue(login);
		$("#password").setValue(password);
		$("#again").setValue(password);
		$(".login button[type=submit]").click();
	}

	@Test
	void disablesAColleagueWhoIsWorking() {
		Person person = Person.add(this.database.jdbc(), Role.EDITOR);
		Browser.open("/segments/new");
		new LoginPage().signIn(person.login(), TestAccount.PASSWORD);
		$("#name").setValue("HALF-TYPED");
		new Pages(this.api).signIn(TestAccount.ADMIN)
			.post("/accounts/selected/disable", Map.of("accounts", "" + person.id()));
		$$("#main button[type=submit]").findBy(text("Create segment")).click();
		$("#ended").shouldHave(text("Your session has ended."));
		new LoginPage().signIn(person.login(), TestAccount.PASSWORD);
		new LoginPage().failure().shouldHave(text("The login or password is incorrect."));
		assertThat(this.database.jdbc()
			.sql("SELECT count(*) FROM segments WHERE name = 'HALF-TYPED'")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void filtersSelectsAndChangesAccounts() {
		Person one = Person.add(this.database.jdbc(), Role.VIEWER);
		Person two = Person.add(this.database.jdbc(), Role.VIEWER);
		LoginPage.openAs(TestAccount.ADMIN, "/accounts");
		$("#q").setValue("person-");
		$$(".accounts .name").shouldHave(size(countOf("login LIKE 'person-%'")));
		Selenide.webdriver().shouldHave(urlContaining("q=person-"));
		$$(".accounts tbody tr").findBy(text(one.login())).$("input").click();
		$$(".accounts tbody tr").findBy(text(two.login())).$("input").click();
		$("[data-selected]").shouldHave(exactText("2"));
		Looks.check("accounts-selected");
		$$(".selection-bar button").findBy(text("Change role")).click();
		$$("#dialog .names li").shouldHave(exactTexts(one.login(), two.login()));
		$("#dialog input[value=EDITOR]").click();
		Looks.check("accounts-role");
		$("#dialog button[type=submit]").click();
		$("#toasts").shouldHave(text("The role of 2 accounts was changed."));
		Selenide.webdriver().shouldHave(urlContaining("q=person-"));
		$$(".accounts tbody tr").findBy(text(one.login())).shouldHave(text("Editor"));

		$$(".accounts .name").findBy(exactText(two.login())).click();
		$("#role").shouldHave(exactText("Editor"));
		Looks.check("accounts-detail");
		$("#disable").click();
		$("#dialog button[type=submit]").click();
		$("#toasts").shouldHave(text("1 account was disabled."));
		$(".account-disabled").shouldBe(visible);
		$("#delete").click();
		$("#dialog #confirm-login").setValue("wrong");
		$("#dialog button[type=submit]").click();
		$("#dialog .field-error").shouldHave(text("The login doesn’t match."));
		Looks.check("accounts-delete");
		$("#dialog #confirm-login").setValue(two.login());
		$("#dialog button[type=submit]").click();
		$("#toasts").shouldHave(text(two.login() + " was deleted."));
		assertThat(WebDriverRunner.url()).endsWith("/accounts");
		$$(".accounts .name").findBy(exactText(two.login())).shouldNot(exist);
	}

	@Test
	void asksForANewPasswordFirst() {
		Person person = Person.add(this.database.jdbc(), Role.ADMIN);
		this.database.jdbc()
			.sql("UPDATE accounts SET must_change_password = true WHERE id = ?")
			.param(person.id())
			.update();
		Browser.open("/segments");
		new LoginPage().signIn(person.login(), TestAccount.PASSWORD);
		$("h1").shouldHave(exactText("Choose a new password"));
		Looks.check("password");
		$("#password").setValue(PASSWORD);
		$("#again").setValue(PASSWORD);
		$(".form button[type=submit]").click();
		$(".alert-info").shouldHave(text("Your password is set."));
		new LoginPage().signIn(person.login(), PASSWORD);
		$(".topbar-login").shouldHave(exactText(person.login()));
		this.database.jdbc().sql("UPDATE accounts SET role = 'VIEWER' WHERE id = ?").param(person.id()).update();
	}

	private int countOf(String condition) {
		return this.database.jdbc()
			.sql("SELECT count(*) FROM accounts WHERE owner_id IS NULL AND deleted_at IS NULL AND " + condition)
			.query(Integer.class)
			.single();
	}

}
