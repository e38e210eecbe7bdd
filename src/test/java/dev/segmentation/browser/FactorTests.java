package dev.segmentation.browser;

import java.time.Instant;

import javax.crypto.spec.SecretKeySpec;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.support.Browser;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Looks;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.virtualauthenticator.HasVirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

import org.springframework.beans.factory.annotation.Autowired;

import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.focused;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Passkeys with Chromium's virtual authenticator, and an authenticator app whose codes
 * the test computes.
 */
@BrowserTest
class FactorTests {

	@Autowired
	TestDatabase database;

	@AfterEach
	void forgetFactors() {
		this.database.jdbc().sql("DELETE FROM passkey_holders").update();
		this.database.jdbc().sql("DELETE FROM authenticator_apps").update();
		this.database.jdbc().sql("DELETE FROM recovery_codes").update();
		this.database.jdbc().sql("DELETE FROM second_factor_roles").update();
		this.database.jdbc().sql("UPDATE accounts SET enabled = true").update();
	}

	@Test
	void signsInWithAPasskey() {
		LoginPage.openAs(TestAccount.EDITOR, "/account/passkeys");
		Looks.check("factors-none");
		HasVirtualAuthenticator browser = (HasVirtualAuthenticator) WebDriverRunner.getWebDriver();
		VirtualAuthenticator authenticator = browser.addVirtualAuthenticator(deviceWithFingerprint());
		try {
			addPasskey("Work laptop");
			$$("#recovery-codes li").shouldHave(size(10));
			Looks.check("recovery-codes");
			$(".form-actions a.btn-primary").click();
			$("td .name").shouldHave(exactText("Work laptop"));
			Looks.check("factors-passkey");
			signOut();
			Browser.open("/history?cause=api");
			Looks.check("login-passkey");
			$("#passkey").click();
			Selenide.webdriver().shouldHave(urlContaining("/history?cause=api"));
			$(".topbar-login").shouldHave(exactText("editor"));
			assertThat(authenticator.getCredentials().getFirst().getSignCount()).isPositive();
			assertThat(this.database.jdbc()
				.sql("SELECT signature_count > 0 AND last_used_at IS NOT NULL FROM passkeys")
				.query(Boolean.class)
				.single()).isTrue();
			asksForThePasskeyAfterThePassword();
			refusesADisabledAccount();
			removesThePasskey();
		}
		finally {
			browser.removeVirtualAuthenticator(authenticator);
		}
	}

	private void asksForThePasskeyAfterThePassword() {
		signOut();
		new LoginPage().signIn("editor", TestAccount.PASSWORD);
		$("h1").shouldHave(exactText("Confirm your sign-in"));
		$("#passkey").shouldBe(focused);
		$("#code").shouldNotBe(visible);
		Looks.check("login-code-passkey");
		$("#passkey").click();
		$(".topbar-login").shouldHave(exactText("editor"));
	}

	private void refusesADisabledAccount() {
		signOut();
		this.database.jdbc().sql("UPDATE accounts SET enabled = false WHERE login = 'editor'").update();
		$("#passkey").click();
		$("#failure").shouldHave(text("This passkey can’t sign you in here."));
		this.database.jdbc().sql("UPDATE accounts SET enabled = true WHERE login = 'editor'").update();
		$("#passkey").click();
		$(".topbar-login").shouldHave(exactText("editor"));
	}

	private void removesThePasskey() {
		Browser.open("/account/passkeys");
		$("td .name").click();
		$("#name").setValue("Old laptop");
		$(".form-actions .btn-primary").click();
		$("td .name").shouldHave(exactText("Old laptop")).click();
		Looks.check("passkey");
		$(".danger button").click();
		$("td .name").shouldNot(exist);
		assertThat(this.database.jdbc()
			.sql("SELECT concat_ws(' ', kind, login, detail) FROM audit_events WHERE kind LIKE 'PASSKEY%' ORDER BY id")
			.query(String.class)
			.list()).containsExactly("PASSKEY_ADDED editor Work laptop", "PASSKEY_REMOVED editor Old laptop");
		signOut();
		$("#passkey").click();
		$("#failure").shouldBe(visible);
	}

	@Test
	void tellsWhenTheBrowserGivesNoPasskey() {
		HasVirtualAuthenticator browser = (HasVirtualAuthenticator) openLogin();
		VirtualAuthenticator authenticator = browser.addVirtualAuthenticator(deviceWithFingerprint());
		try {
			$("#passkey").click();
			$("form[data-passkey] [data-failed]").shouldBe(visible);
			Looks.check("login-passkey-failed");
		}
		finally {
			browser.removeVirtualAuthenticator(authenticator);
		}
	}

	@Test
	void signsInWithTheCodeOfAnApp() throws Exception {
		this.database.jdbc().sql("INSERT INTO second_factor_roles VALUES ('EDITOR')").update();
		Browser.open("/segments");
		new LoginPage().signIn("editor", TestAccount.PASSWORD);
		$(".alert-warning").shouldHave(text("Your role requires a second factor."));
		Looks.check("factors-missing");
		$("form[action='/account/app'] button").click();
		Looks.check("app-setup");
		SecretKeySpec key = new SecretKeySpec(new Base32().decode($("#key").text().replace(" ", "")), "HmacSHA1");
		$("#code").setValue("000").pressEnter();
		$("#code-error").shouldHave(text("This code is wrong"));
		$("#code").setValue(code(key, 0)).pressEnter();
		String recovery = $$("#recovery-codes li").shouldHave(size(10)).first().text();
		Browser.open("/segments");
		$("h1").shouldHave(text("Segments"));
		signOut();
		new LoginPage().signIn("editor", TestAccount.PASSWORD);
		Looks.check("login-code");
		$("#code").setValue("123").pressEnter();
		$("#failure").shouldHave(text("This code is wrong"));
		$("#code").setValue(code(key, 1)).pressEnter();
		$(".topbar-login").shouldHave(exactText("editor"));
		signOut();
		new LoginPage().signIn("editor", TestAccount.PASSWORD);
		$("#code").setValue(recovery).pressEnter();
		$(".topbar-login").shouldHave(exactText("editor"));
		Browser.open("/account/passkeys");
		$(".factor-state").shouldHave(text("Set up"));
		Looks.check("factors-app");
	}

	@Test
	void showsTheRulesToAdministrators() {
		LoginPage.openAs(TestAccount.ADMIN, "/accounts/sign-in-rules");
		$("input[value=VIEWER]").click();
		Looks.check("sign-in-rules");
		$("form.form button").click();
		$("form.form .alert").shouldHave(text("second factor"));
		Looks.check("sign-in-rules-unready");
		$("form.form button").click();
		$(".toast-message").shouldHave(text("Sign-in rules saved"));
		Browser.open("/accounts/2/second-factor");
		Looks.check("factors-remove");
	}

	private static Object openLogin() {
		Browser.open("/login");
		return WebDriverRunner.getWebDriver();
	}

	private static VirtualAuthenticatorOptions deviceWithFingerprint() {
		return new VirtualAuthenticatorOptions().setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
			.setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
			.setHasResidentKey(true)
			.setHasUserVerification(true)
			.setIsUserVerified(true);
	}

	private static void addPasskey(String name) {
		$("#name").setValue(name);
		$("form[data-passkey] button").click();
	}

	private static void signOut() {
		$(".topbar-account").click();
		$("form[action='/logout'] button").click();
		$(".alert-info").shouldHave(text("You’ve signed out."));
	}

	private static String code(SecretKeySpec key, int step) throws Exception {
		TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
		return generator.generateOneTimePasswordString(key,
				Instant.now().plus(generator.getTimeStep().multipliedBy(step)));
	}

}
