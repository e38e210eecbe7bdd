package dev.segmentation.shared.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import dev.segmentation.support.Api;
import dev.segmentation.support.CapturedLog;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends forms that no browser sends. Each is refused with a page, and none causes an
 * internal error. {@link FuzzTests} sends random values to every page.
 */
@HttpTest
class HostilePagesTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@RegisterExtension
	final CapturedLog log = new CapturedLog();

	@AfterEach
	void nothingFailed() {
		assertThat(this.log.lines()).filteredOn((event) -> event.getLevel().isGreaterOrEqual(Level.ERROR)).isEmpty();
		assertThat(this.database.historyMismatches()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "/reports, format", "/reports, most", "/reports, place", "/reports, separator",
			"/segments/%d/members, pick", "/segments/%d/members/end, change", "/segments/%d/members/remove, users",
			"/segments/%d/settings, version", "/users/%d/segments/add, segment", "/users/new, version" })
	void showsThatAFieldIsMistyped(String path, String field) {
		long id = path.startsWith("/users") ? Sql.addUser(this.database.jdbc()) : Sql.addSegment(this.database.jdbc());
		Pages pages = new Pages(this.api).signIn(TestAccount.EDITOR);
		for (String mistyped : List.of("abc", "\u0661", "0x1", "#1")) {
			HttpResponse<String> answer = pages.post(path.formatted(id), Map.of(field, mistyped));
			assertThat(answer.statusCode()).as(mistyped).isEqualTo(422);
			assertThat(answer.body()).contains("The form contains an invalid value");
		}
	}

	@ParameterizedTest
	@CsvSource({ "/login, 400, 'username=a%zz'", "/segments/new, 400, 'name=a%zz'", "/segments/new, 400, '%'",
			"/preferences, 400, 'language=%f'", "/no-such-page, 400, '%zz=1'" })
	void answersUnreadableFormsWithAPage(String path, int status, String body) {
		for (Pages pages : List.of(new Pages(this.api), new Pages(this.api).signIn(TestAccount.EDITOR))) {
			HttpResponse<String> answer = pages.postWithoutToken(path, body);
			assertThat(answer.statusCode()).isEqualTo(status);
			assertThat(answer.body()).contains("<!DOCTYPE html>").doesNotContain("Exception");
		}
	}

	@Test
	void answersUnreadableUploadsWithAPage() {
		Pages pages = new Pages(this.api).signIn(TestAccount.EDITOR);
		HttpResponse<String> answer = pages.uploadWithoutToken("/users/import", "--cut\r\n" + "x".repeat(20_000),
				"file", "users.csv", new byte[1]);
		assertThat(answer.statusCode()).isIn(400, 413);
		assertThat(answer.body()).contains("<!DOCTYPE html>");
	}

	@Test
	void answersFormsThatAreTooLargeWithAPage() {
		String many = "a=1&".repeat(1499);
		String large = "text=" + "x".repeat(17 << 20);
		Pages stranger = new Pages(this.api);
		Pages editor = new Pages(this.api).signIn(TestAccount.EDITOR);
		for (HttpResponse<String> answer : List.of(paste(stranger, many), paste(editor, many), paste(editor, large),
				stranger.postWithoutToken("/login", large))) {
			assertThat(answer.statusCode()).isIn(400, 413);
			assertThat(answer.body()).contains("<!DOCTYPE html>").doesNotContain("Exception");
		}
		assertThat(paste(stranger, large).statusCode()).isEqualTo(302);
	}

	private static HttpResponse<String> paste(Pages pages, String body) {
		return pages.postWithoutToken("/segments/1/members/paste", body);
	}

}
