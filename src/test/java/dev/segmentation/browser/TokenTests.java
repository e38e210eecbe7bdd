package dev.segmentation.browser;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.codeborne.selenide.WebDriverRunner;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.support.Api;
import dev.segmentation.support.Browser;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Looks;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.WithoutJavaScript;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.chromium.ChromiumDriver;

import org.springframework.beans.factory.annotation.Autowired;

import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.Selenide.executeJavaScript;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * API tokens in a browser: an editor gives a program access, and an administrator takes
 * it over.
 */
@BrowserTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TokenTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Test
	@Order(1)
	void createsRotatesHandsOverAndRevokesAToken() {
		Sql.addSegment(this.database.jdbc(), "BETA", "0");
		LoginPage.openAs(TestAccount.EDITOR, "/");
		$(".rail-entry[href='/tokens']").click();
		$(".empty").shouldHave(text("No API tokens yet"));
		Looks.check("tokens-empty");
		$(".empty a").click();
		$("#segments").setValue("BETA\nGAMMA");
		$("#addresses").setValue("somewhere");
		submit();
		$("#name-error").shouldHave(text("Enter a name"));
		$("#segments-error").shouldHave(text("No segment has this name: GAMMA"));
		$("#addresses-error").shouldHave(text("Not an IP address or range: somewhere"));
		Looks.check("token-new-invalid");
		$("#name").setValue("nightly-import");
		$("#role").selectOptionByValue("EDITOR");
		$("#segments").setValue("BETA");
		$("#addresses").setValue("127.0.0.0/8\n2001:db8::/32");
		submit();

		$(".alert-warning").shouldHave(text("Copy the token now"));
		String first = secret();
		copy();
		Looks.check("token-secret");
		assertThat(this.api.withToken(first).get("/segments").status()).isEqualTo(200);
		$("#done").click();
		$(".facts").shouldHave(text("Editor"), text("Never, unless revoked"));
		Looks.check("token");

		$("#rotate").click();
		$("#overlap").selectOptionByValue("HOUR");
		Looks.check("token-rotate");
		submit();
		$("#overlap").shouldHave(text("The old token works until"));
		String second = secret();
		assertThat(second).isNotEqualTo(first);
		assertThat(this.api.withToken(first).get("/segments").status()).isEqualTo(200);
		assertThat(this.api.withToken(second).get("/segments").status()).isEqualTo(200);

		WebDriverRunner.getWebDriver().manage().deleteAllCookies();
		LoginPage.openAs(TestAccount.ADMIN, "/tokens");
		$$(".tokens tbody tr").shouldHave(size(1));
		$(".tokens .name").click();
		$("#hand-over").click();
		$$("#dialog .choices label").findBy(text("admin")).shouldBe(visible).click();
		Looks.check("token-hand-over");
		$("#dialog .btn-primary").click();
		$("#toasts").shouldHave(text("nightly-import now belongs to admin"));
		$("#revoke").click();
		$("#dialog").shouldHave(text("refused within a second"));
		Looks.check("token-revoke");
		$("#dialog #confirm").click();
		$("#toasts").shouldHave(text("nightly-import was revoked"));
		await().untilAsserted(
				() -> assertThat(this.api.withToken(second).get("/segments").error()).isEqualTo("token is revoked"));
	}

	@Test
	@Order(2)
	@WithoutJavaScript
	void createsAndRevokesATokenWithoutJavaScript() {
		LoginPage.openAs(TestAccount.EDITOR, "/tokens/new");
		$("#name").setValue("without-scripts");
		submit();
		assertThat(this.api.withToken(secret()).get("/segments").status()).isEqualTo(200);
		$("#done").click();
		$("#revoke").click();
		$("#confirm").click();
		$("#toasts").shouldHave(text("without-scripts was revoked"));
	}

	@Test
	@Order(3)
	void showsManyTokensAndThoseThatExpireSoon() {
		LoginPage.openAs(TestAccount.EDITOR, "/tokens/new");
		$("#name").setValue("expires-soon");
		executeJavaScript("document.getElementById('end').value = arguments[0]",
				LocalDate.now().plusDays(5).toString());
		submit();
		$("h1").shouldHave(exactText("expires-soon"));
		this.database.jdbc()
			.sql("""
					WITH account AS (
					    INSERT INTO accounts (login, role, owner_id)
					    SELECT 'a-program-with-a-rather-long-name-' || n || ' (editor)', 'EDITOR', (SELECT id FROM accounts WHERE login = 'editor')
					    FROM generate_series(1, 55) AS n RETURNING id, login
					)
					INSERT INTO api_tokens (account_id, name, read_only, segments_only, addresses, last_used_at, last_used_from)
					SELECT id, split_part(login, ' ', 1), false, id % 5 = 0, '{203.0.113.0/24}', now(), '203.0.113.9'
					FROM account
					""")
			.update();
		Browser.open("/tokens");
		$$(".tokens tbody tr").shouldHave(size(50));
		Looks.check("tokens");
		Browser.open("/");
		$("#ending-tokens").shouldHave(text("expires-soon"), text("expires in"));
		Looks.check("dashboard-tokens");
		$("#ending-tokens a").click();
		$("h1").shouldHave(exactText("expires-soon"));
		$(".alert-warning").shouldHave(text("expires within 14 days"));
	}

	private static void submit() {
		$("form.form .btn-primary").click();
	}

	private static String secret() {
		return Objects.requireNonNull($("#link").shouldBe(visible).getValue());
	}

	private static void copy() {
		((ChromiumDriver) WebDriverRunner.getWebDriver()).executeCdpCommand("Browser.grantPermissions",
				Map.of("permissions", List.of("clipboardSanitizedWrite")));
		$("#copy").click();
		$("#copy").shouldHave(text("Copied"));
	}

}
