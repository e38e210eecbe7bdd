package dev.segmentation.browser;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.codeborne.selenide.Selenide;
import dev.segmentation.browser.page.DocsPage;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documentation of the API, in which users sign in and try every call with its
 * example values.
 */
@BrowserTest
class DocsTests {

	@Autowired
	TestDatabase database;

	@Test
	void triesEveryCallWithItsExample() {
		JdbcClient jdbc = this.database.jdbc();
		Sql.addUser(jdbc);
		for (int i = 1; i <= 10; i++) {
			Sql.addSegment(jdbc);
		}
		DocsPage docs = DocsPage.open().signIn(TestAccount.EDITOR.login(), TestAccount.PASSWORD);

		Map<String, Integer> statuses = new TreeMap<>();
		for (String call : tryingOrder(docs.calls())) {
			statuses.put(call, docs.tryCall(call));
		}
		Selenide.screenshot("docs");

		assertThat(statuses).containsAllEntriesOf(Map.of("operations-Accounts-signUp", 201,
				"operations-Accounts-signIn", 200, "operations-Segments-create", 201, "operations-Segments-list", 200,
				"operations-Segments-deleteById", 204, "operations-Segments-delete", 204,
				"operations-Memberships-segments", 200, "operations-Memberships-users", 200));
		assertThat(statuses.values()).doesNotContain(401, 403, 404, 405, 415, 500, 503);
		assertThat(this.database.historyMismatches()).isEmpty();
	}

	@Test
	void copyButtonsCanBeSeen() {
		DocsPage.open();
		Selenide.$$(".opblock-summary .copy-to-clipboard")
			.asFixedIterable()
			.forEach((button) -> assertThat(button.getSize().getWidth()).isGreaterThanOrEqualTo(24));
	}

	/**
	 * Calls that delete come last, because the other calls need the examples.
	 */
	private static List<String> tryingOrder(List<String> calls) {
		return calls.stream().sorted((a, b) -> Boolean.compare(a.contains("delete"), b.contains("delete"))).toList();
	}

}
